namespace RigBuilder.Validation.Child;

/// <summary>How an inference process ended.</summary>
public enum InferenceEnding
{
    /// <summary>Everything asked for was done.</summary>
    Completed,

    /// <summary>It said itself why it could not go on.</summary>
    Failed,

    /// <summary>We were asked to stop.</summary>
    Cancelled,

    /// <summary>It died: aborted, was killed or crashed.</summary>
    Died,

    /// <summary>It told nothing for too long and was ended.</summary>
    Hung,
}
