namespace RigBuilder.Machine.Reports;

/// <summary>How far a reading can be trusted; higher values win where sources disagree.</summary>
public enum Confidence
{
    /// <summary>Told by a source that is known to be wrong at times.</summary>
    Hint,

    /// <summary>Computed from or looked up by something the hardware or its driver reported.</summary>
    Derived,

    /// <summary>Reported by the hardware, its firmware, its driver or the kernel.</summary>
    Reported,
}
