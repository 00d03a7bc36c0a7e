namespace RigBuilder.Machine.Reports;

/// <summary>Two sources that disagree about one value.</summary>
/// <param name="Subject">What it is about, "GPU 0000:01:00.0 VRAM".</param>
/// <param name="Kept">The value in the report.</param>
/// <param name="KeptSource">Its source.</param>
/// <param name="Rejected">The other value.</param>
/// <param name="RejectedSource">Its source.</param>
public sealed record Contradiction(string Subject, string Kept, string KeptSource, string Rejected, string RejectedSource)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Subject}: {KeptSource} says {Kept}, {RejectedSource} says {Rejected}";
}
