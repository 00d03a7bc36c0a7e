using System.Collections.Immutable;

namespace RigBuilder.Prediction;

/// <summary>Where layers, cache and expert tensors go, as llama.cpp would place them.</summary>
public sealed record Placement
{
    /// <summary>Where the model runs.</summary>
    public required PlacementMode Mode { get; init; }

    /// <summary>Layers on GPUs (llama.cpp's -ngl; counts the output layer as one more).</summary>
    public required int GpuLayers { get; init; }

    /// <summary>All layers, the output layer included.</summary>
    public required int TotalLayers { get; init; }

    /// <summary>Layers whose experts stay in system memory (-ncmoe).</summary>
    public int CpuExpertLayers { get; init; }

    /// <summary>How several cards share the model; null with at most one.</summary>
    public Domain.Workloads.SplitMode? Split { get; init; }

    /// <summary>Layers per GPU (-ts), of cards side by side their shares in percent, in slot order; empty with at most one GPU.</summary>
    public ImmutableArray<int> TensorSplit { get; init; } = [];

    /// <summary>llama.cpp backend assumed for the GPUs ("cuda"), "cpu" without.</summary>
    public required string Backend { get; init; }

    /// <summary>The llama.cpp command line that gives this placement.</summary>
    public required string Launch { get; init; }

    /// <summary>The longest context per user that still runs as well: wholly on GPUs, partly, or at all; null when it does not run.</summary>
    public int? LargestContext { get; init; }

    /// <summary>What would be needed when it does not fit, in words; null otherwise.</summary>
    public string? Shortfall { get; init; }
}

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
