namespace RigBuilder.Validation.Report;

/// <summary>Where a measurement lies relative to the prediction.</summary>
public enum RowVerdict
{
    /// <summary>Within the predicted range.</summary>
    Within,

    /// <summary>Slower, or more memory, than predicted.</summary>
    Worse,

    /// <summary>Faster, or less memory, than predicted.</summary>
    Better,

    /// <summary>One of the two is missing, or they cannot be compared; the note says why.</summary>
    NotCompared,
}
