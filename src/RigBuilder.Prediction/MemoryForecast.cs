using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction;

/// <summary>Memory that llama.cpp will allocate, by kind and by device.</summary>
public sealed record MemoryForecast
{
    /// <summary>Weights of the whole model.</summary>
    public required Bytes Weights { get; init; }

    /// <summary>Key/value cache (and recurrent state) for all users.</summary>
    public required Bytes Kv { get; init; }

    /// <summary>Compute buffers.</summary>
    public required Bytes Compute { get; init; }

    /// <summary>Fixed cost per device (driver context, allocator).</summary>
    public required Bytes Overhead { get; init; }

    /// <summary>Sum of all kinds over all devices.</summary>
    public Bytes Total => Weights + Kv + Compute + Overhead;

    /// <summary>VRAM needed to run wholly on the rig's number of GPUs (at least one), overheads included.</summary>
    public required Bytes VramNeeded { get; init; }

    /// <summary>VRAM that can be used on all GPUs together.</summary>
    public required Bytes VramUsable { get; init; }

    /// <summary>Low end of the range of <see cref="Total"/>.</summary>
    public required Bytes Low { get; init; }

    /// <summary>High end of the range of <see cref="Total"/>.</summary>
    public required Bytes High { get; init; }

    /// <summary>What goes on each device under the placement.</summary>
    public required ImmutableArray<DeviceMemory> PerDevice { get; init; }

    /// <summary>Weakest basis of what went in.</summary>
    public required Basis Basis { get; init; }

    /// <summary>What the figures are made of.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];
}

/// <summary>Memory on one device.</summary>
/// <param name="Device">"GPU 0: NVIDIA GeForce RTX 3090" or "CPU".</param>
/// <param name="IsGpu">Whether it is a GPU.</param>
/// <param name="Layers">Transformer layers placed here.</param>
/// <param name="Weights">Weights here.</param>
/// <param name="Kv">Cache here.</param>
/// <param name="Compute">Compute buffers here.</param>
/// <param name="Overhead">Fixed cost here.</param>
/// <param name="Usable">What the device offers.</param>
public sealed record DeviceMemory(
    string Device, bool IsGpu, int Layers, Bytes Weights, Bytes Kv, Bytes Compute, Bytes Overhead, Bytes Usable)
{
    /// <summary>Sum of all kinds.</summary>
    public Bytes Total => Weights + Kv + Compute + Overhead;
}
