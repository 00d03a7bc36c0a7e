using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Machine.Reports;

/// <summary>
/// What is known about a machine. Sources return partial reports of this type and the probe merges them; every value keeps
/// its source, and what nobody knows stays unknown. Immutable.
/// </summary>
public sealed record MachineReport
{
    /// <summary>A report that knows nothing.</summary>
    public static MachineReport Empty { get; } = new();

    /// <summary>Operating system.</summary>
    public OsReport Os { get; init; } = new();

    /// <summary>Processor.</summary>
    public CpuReport Cpu { get; init; } = new();

    /// <summary>System memory.</summary>
    public MemoryReport Memory { get; init; } = new();

    /// <summary>Graphics cards, accelerators and display adapters, in bus order.</summary>
    public ImmutableArray<GpuReport> Gpus { get; init; } = [];

    /// <summary>Drives.</summary>
    public ImmutableArray<DriveReport> Drives { get; init; } = [];

    /// <summary>Mainboard, firmware and chassis.</summary>
    public BoardReport Board { get; init; } = new();

    /// <summary>NUMA nodes; empty when unknown.</summary>
    public ImmutableArray<NumaNode> Numa { get; init; } = [];

    /// <summary>Limits of the container or control group the program runs in.</summary>
    public LimitsReport Limits { get; init; } = new();

    /// <summary>What else the machine was doing.</summary>
    public LoadReport Load { get; init; } = new();

    /// <summary>Where sources disagreed; the report holds the value that was trusted more.</summary>
    public ImmutableArray<Contradiction> Contradictions { get; init; } = [];

    /// <summary>What went wrong while probing (codes RB6001 and up).</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

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
