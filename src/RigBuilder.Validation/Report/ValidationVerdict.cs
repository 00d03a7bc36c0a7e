namespace RigBuilder.Validation.Report;

/// <summary>What a validation found.</summary>
public enum ValidationVerdict
{
    /// <summary>Prompt and generation are within the predicted ranges, or one of them is faster.</summary>
    WithinRange,

    /// <summary>Prompt or generation is slower than predicted.</summary>
    Slower,

    /// <summary>Everything is faster than predicted.</summary>
    Faster,

    /// <summary>It measured slower, but every repetition was disturbed: the figures are a lower bound.</summary>
    Disturbed,

    /// <summary>Measured without a prediction to compare with.</summary>
    Measured,

    /// <summary>It did not get to a measurement.</summary>
    Failed,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}
