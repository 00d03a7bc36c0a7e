using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Runtime;

/// <summary>A device that the library computes on.</summary>
/// <param name="Name">Short name ("CUDA0", "CPU").</param>
/// <param name="Description">Name of the product.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Free">Memory free now.</param>
/// <param name="Total">All of its memory.</param>
public sealed record InferenceDevice(string Name, string Description, InferenceDeviceKind Kind, Bytes Free, Bytes Total);

/// <summary>What an inference device is.</summary>
public enum InferenceDeviceKind
{
    /// <summary>The processor with system memory.</summary>
    Cpu,

    /// <summary>A graphics card with memory of its own.</summary>
    Gpu,

    /// <summary>Graphics that share system memory.</summary>
    IntegratedGpu,

    /// <summary>Anything else that computes (BLAS, AMX).</summary>
    Accelerator,
}
