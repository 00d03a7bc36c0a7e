using RigBuilder.Domain.Workloads;

namespace RigBuilder.Validation.Runtime;

/// <summary>Options of a context; the defaults are llama-bench's.</summary>
public sealed record ContextOptions
{
    /// <summary>Context length in tokens; the library rounds it up to a multiple of 256.</summary>
    public required int Context { get; init; }

    /// <summary>Logical batch (-b).</summary>
    public int Batch { get; init; } = 2048;

    /// <summary>Physical batch (-ub).</summary>
    public int MicroBatch { get; init; } = 512;

    /// <summary>Type of the cached keys (-ctk).</summary>
    public KvType KeyType { get; init; } = KvType.F16;

    /// <summary>Type of the cached values (-ctv); a quantised one needs flash attention.</summary>
    public KvType ValueType { get; init; } = KvType.F16;

    /// <summary>Flash attention (-fa); null lets the library choose.</summary>
    public bool? FlashAttention { get; init; }

    /// <summary>Sequences decoded side by side; the context is divided among them.</summary>
    public int Sequences { get; init; } = 1;

    /// <summary>CPU threads; at least 1.</summary>
    public required int Threads { get; init; }
}
