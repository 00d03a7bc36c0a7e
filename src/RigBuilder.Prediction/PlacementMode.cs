namespace RigBuilder.Prediction;

/// <summary>Where the model runs.</summary>
public enum PlacementMode
{
    /// <summary>Wholly on one GPU.</summary>
    SingleGpu,

    /// <summary>Wholly on several GPUs, split by layers.</summary>
    MultiGpu,

    /// <summary>Some layers (or the experts) in system memory.</summary>
    Partial,

    /// <summary>Wholly in system memory.</summary>
    CpuOnly,

    /// <summary>Nowhere: VRAM and RAM together are too small.</summary>
    DoesNotFit,
}
