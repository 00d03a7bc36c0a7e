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
