using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation.Diagnosis;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.Validation.Protocol;

/// <summary>What a person wants validated.</summary>
public sealed record ValidationRequest
{
    /// <summary>The quest; its model and quant are run, unless <see cref="GgufPath"/> names a file.</summary>
    public required Quest Quest { get; init; }

    /// <summary>The rig whose prediction is checked. Empty: the prediction rests on what is measured and known here.</summary>
    public Rig Rig { get; init; } = Rig.Empty;

    /// <summary>Name of the rig; null for a scan of this machine.</summary>
    public string? RigName { get; init; }

    /// <summary>Whether the rig is this machine, so that its probed bandwidth replaces the specification.</summary>
    public bool RigIsThisMachine { get; init; } = true;

    /// <summary>What is known about this machine.</summary>
    public MachineEvidence Machine { get; init; } = MachineEvidence.Unknown;

    /// <summary>A real model file; null to synthesise one.</summary>
    public string? GgufPath { get; init; }

    /// <summary>What stands in for weights in a synthetic file.</summary>
    public WeightFill Fill { get; init; }

    /// <summary>Depths at which generation is tested besides an empty context.</summary>
    public ImmutableArray<int> Depths { get; init; } = [];

    /// <summary>Undisturbed repetitions wanted per test.</summary>
    public int Repetitions { get; init; } = 5;

    /// <summary>Seconds after which a test starts no further repetition.</summary>
    public double SecondsPerTest { get; init; } = 15;

    /// <summary>CPU threads; null for one per physical core.</summary>
    public int? Threads { get; init; }

    /// <summary>Layers on GPUs; null for what the prediction places there.</summary>
    public int? GpuLayers { get; init; }

    /// <summary>Whether a model that does not fit may be shrunk.</summary>
    public bool MayShrink { get; init; } = true;
}
