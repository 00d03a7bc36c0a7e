namespace RigBuilder.Validation.Child;

/// <summary>Stages of the inference process, in order.</summary>
public enum InferenceStage
{
    /// <summary>Looking whether the machine is busy with something else.</summary>
    IdleCheck,

    /// <summary>Measuring memory bandwidth.</summary>
    Bandwidth,

    /// <summary>Opening the native library.</summary>
    Open,

    /// <summary>Loading the model.</summary>
    Load,

    /// <summary>Creating the quest's context to measure its memory.</summary>
    Memory,

    /// <summary>Running a test once without counting it.</summary>
    WarmUp,

    /// <summary>Repeating a test.</summary>
    Test,
}
