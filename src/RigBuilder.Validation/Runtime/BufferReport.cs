using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Runtime;

/// <summary>Buffers that the library allocated.</summary>
/// <param name="Buffers">Each of them.</param>
public sealed record BufferReport(ImmutableArray<MemoryBuffer> Buffers)
{
    /// <summary>No buffers.</summary>
    public static BufferReport Empty { get; } = new(ImmutableArray<MemoryBuffer>.Empty);

    /// <summary>Sum of a kind over all devices.</summary>
    public Bytes this[MemoryKind kind] => Sum(Buffers.Where(b => b.Kind == kind));

    /// <summary>Sum of everything.</summary>
    public Bytes Total => Sum(Buffers);

    /// <summary>Both reports together.</summary>
    public static BufferReport operator +(BufferReport a, BufferReport b) => new(a.Buffers.AddRange(b.Buffers));

    private static Bytes Sum(IEnumerable<MemoryBuffer> buffers) => buffers.Aggregate(Bytes.Zero, (sum, b) => sum + b.Size);
}

/// <summary>A buffer that the library allocated.</summary>
/// <param name="Device">The library's name of where it lies ("CPU", "CUDA0", "CPU_REPACK").</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Size">How large it is; the library reports to 0.01 MiB.</param>
public sealed record MemoryBuffer(string Device, MemoryKind Kind, Bytes Size);

/// <summary>What a buffer holds.</summary>
public enum MemoryKind
{
    /// <summary>The model's weights.</summary>
    Weights,

    /// <summary>Key/value cache and recurrent state.</summary>
    Kv,

    /// <summary>Scratch memory of the compute graph.</summary>
    Compute,

    /// <summary>Logits and embeddings handed out to the caller.</summary>
    Output,
}
