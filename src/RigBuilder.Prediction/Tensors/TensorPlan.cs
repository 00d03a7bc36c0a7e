using System.Collections.Immutable;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Tensors;

/// <summary>
/// Every tensor of a model in a quantisation, named, shaped and typed as in a GGUF file made by llama.cpp's quantize tool.
/// Immutable. Building one takes up to a few milliseconds for the largest models: keep it.
/// </summary>
/// <param name="Tensors">The tensors in file order: embeddings, output, then block by block.</param>
/// <param name="IsExact">
/// Whether names and shapes are those of llama.cpp. False for hybrids with recurrent layers and for unknown architectures, whose
/// missing parameters are added as stand-in matrices so that the totals are right.
/// </param>
public sealed record TensorPlan(ImmutableArray<ModelTensor> Tensors, bool IsExact)
{
    /// <summary>Share of the parameters that may be missing or too many before a plan counts as inexact.</summary>
    private const double Tolerance = 0.01;

    /// <summary>Size of all tensor data.</summary>
    public Bytes Size { get; } = Sum(Tensors, _ => true);

    /// <summary>Number of all elements.</summary>
    public long Elements { get; } = Tensors.Sum(t => t.Elements);

    /// <summary>The plan of a model in a quantisation.</summary>
    public static TensorPlan For(LlmModel model, Quant quant)
    {
        var shapes = TensorLayout.Of(model);
        var listed = shapes.Sum(s => s.Dimensions.Aggregate(1L, (a, b) => checked(a * b)));
        var missing = model.Parameters - listed;
        var exact = Math.Abs(missing) <= Tolerance * model.Parameters && model.Shape.Recurrent is null;
        if (missing > Tolerance * model.Parameters || (missing > 0 && model.Shape.Recurrent is not null))
            shapes = shapes.AddRange(StandIns(model, missing));
        var mix = new QuantMix(model, quant);
        return new TensorPlan([.. shapes.Select(s => new ModelTensor(s.Name, s.Dimensions, mix.TypeOf(s), s.Role, s.Layer))], exact);
    }

    /// <summary>Size of the tensors with a role.</summary>
    public Bytes SizeOf(TensorRole role) => Sum(Tensors, t => t.Role == role);

    private static IEnumerable<TensorShape> StandIns(LlmModel model, double missing)
    {
        var shape = model.Shape;
        var layers = Enumerable.Range(0, shape.Layers).Where(l => TensorLayout.IsRecurrentLayer(shape, l)).ToArray();
        if (layers.Length == 0) layers = [.. Enumerable.Range(0, shape.Layers)];
        var width = (long)Math.Round(missing / layers.Length / shape.Hidden);
        return layers
            .Where(_ => width > 0)
            .Select(l => new TensorShape($"blk.{l}.ssm_in.weight", TensorRole.Attention, l, [shape.Hidden, width]));
    }

    private static Bytes Sum(ImmutableArray<ModelTensor> tensors, Func<ModelTensor, bool> which)
    {
        var sum = Bytes.Zero;
        foreach (var tensor in tensors)
            if (which(tensor)) sum += tensor.Size;
        return sum;
    }
}
