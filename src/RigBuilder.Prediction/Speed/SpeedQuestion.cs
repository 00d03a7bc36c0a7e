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
    public required Calibration Calibration { get; init; }

    public required ModelProfile Profile { get; init; }

    public required Quest Quest { get; init; }

    public required KvCache Cache { get; init; }

    public required Assignment Assignment { get; init; }

    /// <summary>One pace per card of the assignment.</summary>
    public required GpuPace[] Gpus { get; init; }

    public required CpuPace Cpu { get; init; }

    /// <summary>llama.cpp's backend on the cards.</summary>
    public required string Backend { get; init; }

    /// <summary>PCIe link of each card, null where unknown.</summary>
    public required PcieLink?[] Links { get; init; }

    /// <summary>Bytes of layers that the CPU computes for every token: dense and used experts, cache excluded.</summary>
    public double CpuWeights(int layer) =>
        Assignment.DenseOn(Profile, layer, Placing.Assignment.Host) + (Assignment.ExpertsOn(Profile, layer, Placing.Assignment.Host) * Profile.UsedShare);

    /// <summary>The GPU that holds each layer; -1 for the CPU.</summary>
    public int[] LayerOwners => Assignment.Owners(Profile.Layers);
}
