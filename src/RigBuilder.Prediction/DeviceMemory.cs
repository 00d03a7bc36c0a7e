using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction;

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
