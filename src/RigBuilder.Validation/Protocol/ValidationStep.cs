namespace RigBuilder.Validation.Protocol;

/// <summary>Steps of a validation, in order.</summary>
public enum ValidationStep
{
    /// <summary>Checking memory and disk, placing the model.</summary>
    Preparing,

    /// <summary>Writing the synthetic model.</summary>
    Writing,

    /// <summary>Looking whether the machine is idle.</summary>
    IdleCheck,

    /// <summary>Probing memory bandwidth.</summary>
    Bandwidth,

    /// <summary>Opening llama.cpp and loading the model.</summary>
    Loading,

    /// <summary>Measuring the memory of the quest's context.</summary>
    Memory,

    /// <summary>Testing prompt speed.</summary>
    Prompt,

    /// <summary>Testing generation speed.</summary>
    Generation,

    /// <summary>Comparing and diagnosing.</summary>
    Comparing,

    /// <summary>All done.</summary>
    Done,
}
