using System.Collections.Immutable;

namespace RigBuilder.Prediction.Tensors;

/// <summary>A tensor before its type is chosen.</summary>
internal readonly record struct TensorShape(string Name, TensorRole Role, int? Layer, ImmutableArray<long> Dimensions)
{
    /// <summary>Whether the quantiser leaves it in 32 bits: norms, biases, routers and other small tensors.</summary>
    public bool StaysFloat => Dimensions.Length < 2 || Name.EndsWith("_norm.weight", StringComparison.Ordinal) || Name.Contains("ffn_gate_inp", StringComparison.Ordinal);
}
