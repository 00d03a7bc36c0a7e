namespace RigBuilder.Validation.Runtime;

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
