using System.Collections.Immutable;

namespace RigBuilder.Validation.Runtime;

/// <summary>Which model file to load and where its layers go.</summary>
public sealed record LoadOptions
{
    /// <summary>The GGUF file.</summary>
    public required string ModelPath { get; init; }

    /// <summary>Layers on GPUs, the output layer counted as one more (-ngl); 0 for the CPU, -1 for all.</summary>
    public int GpuLayers { get; init; }

    /// <summary>Proportions of layers per GPU (-ts); empty for the library's own choice.</summary>
    public ImmutableArray<double> TensorSplit { get; init; } = [];

    /// <summary>Leading layers whose experts stay in system memory (-ncmoe).</summary>
    public int CpuExpertLayers { get; init; }

    /// <summary>
    /// Whether the file is mapped rather than read. Off by default: a mapped file and repacked weights are both resident, and a
    /// file truncated while mapped kills the process.
    /// </summary>
    public bool MemoryMap { get; init; }
}
