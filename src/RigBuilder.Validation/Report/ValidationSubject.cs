using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Validation.Report;

/// <summary>What a validation ran.</summary>
public sealed record ValidationSubject
{
    /// <summary>Model id; for real files the file's name.</summary>
    public required string ModelId { get; init; }

    /// <summary>Model name.</summary>
    public required string ModelName { get; init; }

    /// <summary>Quantisation id.</summary>
    public required string QuantId { get; init; }

    /// <summary>Size of the model file.</summary>
    public required Bytes FileSize { get; init; }

    /// <summary>"sparse", "random" or "real".</summary>
    public required string Weights { get; init; }

    /// <summary>Context length of the quest.</summary>
    public required int Context { get; init; }

    /// <summary>Type of the cached keys.</summary>
    public KvType KeyType { get; init; }

    /// <summary>Type of the cached values.</summary>
    public KvType ValueType { get; init; }

    /// <summary>Whether flash attention is used.</summary>
    public bool FlashAttention { get; init; }

    /// <summary>CPU threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Layers on GPUs, the output layer counted.</summary>
    public int GpuLayers { get; init; }

    /// <summary>Name of the rig whose prediction is checked; null for this machine without one.</summary>
    public string? RigName { get; init; }

    /// <summary>Name of this machine's processor; null when unknown.</summary>
    public string? Processor { get; init; }

    /// <summary>One thread per core that the process may use: what a run for calibration has; null in reports of older versions.</summary>
    public int? UsualThreads { get; init; }

    /// <summary>
    /// What this machine's memory should reach by its modules; null when they are not known, the rig was another machine, and in
    /// reports of older versions.
    /// </summary>
    public BytesPerSecond? MemoryPromise { get; init; }

    /// <summary>The model as it was run, so that later predictions can be held to the run whatever the catalog then says; null in reports of older versions.</summary>
    public LlmModel? Model { get; init; }

    /// <summary>The quantisation as it was run; null in reports of older versions.</summary>
    public Quant? Quant { get; init; }
}
