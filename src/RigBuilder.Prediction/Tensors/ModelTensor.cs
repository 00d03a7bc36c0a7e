using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Tensors;

/// <summary>A tensor of a GGUF file.</summary>
/// <param name="Name">GGUF name ("blk.0.attn_q.weight").</param>
/// <param name="Dimensions">Sizes, fastest first (ggml's <c>ne</c>): inputs, outputs, experts.</param>
/// <param name="Type">Element type.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Layer">Index of its transformer block; null outside the blocks.</param>
public sealed record ModelTensor(string Name, ImmutableArray<long> Dimensions, GgmlType Type, TensorRole Role, int? Layer)
{
    /// <summary>Number of elements.</summary>
    public long Elements { get; } = Product(Dimensions);

    /// <summary>Size of its data, without padding between tensors.</summary>
    public Bytes Size => Type.SizeOf(Elements);

    private static long Product(ImmutableArray<long> dimensions)
    {
        var product = 1L;
        foreach (var dimension in dimensions) product = checked(product * dimension);
        return product;
    }
}

/// <summary>What a tensor is for: decides where it is placed and whether a generated token reads it.</summary>
public enum TensorRole
{
    /// <summary>Token embeddings: one row is read per token; llama.cpp keeps them in system memory.</summary>
    Embedding,

    /// <summary>The output matrix and its norm: read whole for every token.</summary>
    Output,

    /// <summary>Attention or recurrent mixing of a layer, norms included.</summary>
    Attention,

    /// <summary>Feed-forward that every token reads: dense, shared experts, router.</summary>
    FeedForward,

    /// <summary>Routed experts: a token reads only the used share.</summary>
    Experts,
}

/// <summary>A tensor before its type is chosen.</summary>
internal readonly record struct TensorShape(string Name, TensorRole Role, int? Layer, ImmutableArray<long> Dimensions)
{
    /// <summary>Whether the quantiser leaves it in 32 bits: norms, biases, routers and other small tensors.</summary>
    public bool StaysFloat => Dimensions.Length < 2 || Name.EndsWith("_norm.weight", StringComparison.Ordinal) || Name.Contains("ffn_gate_inp", StringComparison.Ordinal);
}
