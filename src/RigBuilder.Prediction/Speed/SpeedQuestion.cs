using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Memory;
using RigBuilder.Prediction.Placing;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Speed;

/// <summary>Everything that speed depends on, for one placement.</summary>
internal sealed class SpeedQuestion
{
    private ImmutableArray<int> _owners;

    public required Calibration Calibration { get; init; }

    public required ModelProfile Profile { get; init; }

    public required Quest Quest { get; init; }

    public required KvCache Cache { get; init; }

    public required Assignment Assignment { get; init; }

    /// <summary>One pace per card of the assignment.</summary>
    public required GpuPace[] Gpus { get; init; }

    public required CpuPace Cpu { get; init; }

    /// <summary>PCIe link of each card, null where unknown.</summary>
    public required PcieLink?[] Links { get; init; }

    /// <summary>Bytes of layers that the CPU computes for every token: dense and used experts, cache excluded.</summary>
    public double CpuWeights(int layer) =>
        (layer < Assignment.FirstGpuLayer ? Profile.Dense[layer] : 0)
        + (layer < Assignment.ExpertsFrom ? Profile.Experts[layer] * Profile.UsedShare : 0);

    /// <summary>The GPU that holds each layer; -1 for the CPU.</summary>
    public ImmutableArray<int> LayerOwners => _owners.IsDefault ? _owners = Owners() : _owners;

    private ImmutableArray<int> Owners()
    {
        var owners = new int[Profile.Layers];
        Array.Fill(owners, -1);
        var layer = Assignment.FirstGpuLayer;
        for (var gpu = 0; gpu < Assignment.LayersPerGpu.Length; gpu++)
            for (var n = 0; n < Assignment.LayersPerGpu[gpu] && layer < owners.Length; n++) owners[layer++] = gpu;
        return ImmutableCollectionsMarshal.AsImmutableArray(owners);
    }
}
