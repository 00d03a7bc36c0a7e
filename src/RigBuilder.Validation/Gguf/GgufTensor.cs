using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Gguf;

/// <summary>A tensor as listed in a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Sizes, fastest first; 1 to 4 of them.</param>
/// <param name="Type">Element type.</param>
/// <param name="Offset">Where its data starts, from the start of the data section.</param>
/// <param name="Elements">Product of the dimensions.</param>
public sealed record GgufTensor(string Name, ImmutableArray<long> Dimensions, GgmlType Type, long Offset, long Elements)
{
    /// <summary>Size of its data.</summary>
    public Bytes Size => Type.SizeOf(Elements);
}
