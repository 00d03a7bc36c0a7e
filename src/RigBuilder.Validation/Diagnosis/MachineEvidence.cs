using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Diagnosis;

/// <summary>What is known about the machine that may explain a shortfall. Null where unknown: an unknown never accuses.</summary>
public sealed record MachineEvidence
{
    /// <summary>Nothing is known.</summary>
    public static MachineEvidence Unknown { get; } = new();

    /// <summary>Name of the processor.</summary>
    public string? Processor { get; init; }

    /// <summary>Physical cores.</summary>
    public int? Cores { get; init; }

    /// <summary>CPUs that the process may use, where a container or a mask limits them.</summary>
    public double? CpuLimit { get; init; }

    /// <summary>Whether it has AVX2, or is no x86 processor.</summary>
    public bool? Avx2 { get; init; }

    /// <summary>Memory channels with a module.</summary>
    public int? ChannelsPopulated { get; init; }

    /// <summary>Memory channels that the processor has.</summary>
    public int? ChannelsPossible { get; init; }

    /// <summary>Memory modules.</summary>
    public int? Modules { get; init; }

    /// <summary>Rated data rate of the slowest module.</summary>
    public TransferRate? MemoryRated { get; init; }

    /// <summary>Data rate that the modules run at.</summary>
    public TransferRate? MemoryRunning { get; init; }

    /// <summary>Kind of virtual machine or hypervisor; null on bare metal or when unknown.</summary>
    public string? Virtualisation { get; init; }

    /// <summary>Graphics cards.</summary>
    public ImmutableArray<GpuEvidence> Gpus { get; init; } = [];
}
