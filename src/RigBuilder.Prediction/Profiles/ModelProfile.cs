using System.Collections.Immutable;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Prediction.Profiles;

/// <summary>
/// The sums over a model's tensors that predictions need, computed once per model and quantisation. Where the published file
/// size is known, all sizes are scaled to it.
/// </summary>
internal sealed class ModelProfile
{
    private ModelProfile(LlmModel model, Quant quant)
    {
        var plan = TensorPlan.For(model, quant);
        var scale = ScaleToFile(model, quant, plan.Size);
        (Model, Quant, FileSizeKnown, Exact, FileScale) = (model, quant, scale is not null, plan.IsExact, scale ?? 1);
        var layers = model.Shape.Layers;
        double[] dense = new double[layers], experts = new double[layers];
        var elements = new double[3];
        foreach (var tensor in plan.Tensors)
        {
            var bytes = tensor.Size.Count * (scale ?? 1);
            if (tensor.Role == TensorRole.Embedding) (Embedding, elements[0]) = (bytes, tensor.Elements);
            else if (tensor.Role == TensorRole.Output) (Output, elements[1]) = (Output + bytes, elements[1] + tensor.Elements);
            else if (tensor.Role == TensorRole.Experts) (experts[tensor.Layer!.Value], elements[2]) = (experts[tensor.Layer.Value] + bytes, elements[2] + tensor.Elements);
            else (dense[tensor.Layer!.Value], DenseElements) = (dense[tensor.Layer.Value] + bytes, DenseElements + tensor.Elements);
        }

        if (model.Shape.TiedEmbeddings) (Output, elements[1]) = (Output + Embedding, elements[1] + elements[0]);
        (Dense, Experts) = (ImmutableArray.Create(dense), ImmutableArray.Create(experts));
        (DenseTotal, ExpertTotal) = (dense.Sum(), experts.Sum());
        (OutputElements, ExpertElements) = (elements[1], elements[2]);
        UsedShare = model.Shape.Experts is { Count: > 0 } e ? Math.Min(1.0, (double)e.Used / e.Count) : 1;
        ExpertLayers = experts.Count(x => x > 0);
        MainType = MainTypeOf(plan);
        Weights = Bytes.FromDouble(DenseTotal + ExpertTotal + Output + (model.Shape.TiedEmbeddings ? 0 : Embedding));
    }

    public LlmModel Model { get; }

    public Quant Quant { get; }

    /// <summary>Whether sizes are scaled to a published file.</summary>
    public bool FileSizeKnown { get; }

    /// <summary>Published size of the file ÷ the sum over its tensors; 1 where no file is known.</summary>
    public double FileScale { get; }

    /// <summary>Whether the tensor list is llama.cpp's own.</summary>
    public bool Exact { get; }

    /// <summary>Size of the file's tensors.</summary>
    public Bytes Weights { get; }

    /// <summary>Bytes of the token embeddings; they stay in system memory.</summary>
    public double Embedding { get; }

    /// <summary>Bytes of the output matrix (the embeddings once more when tied) and its norm.</summary>
    public double Output { get; }

    /// <summary>Bytes per layer that every token reads.</summary>
    public ImmutableArray<double> Dense { get; }

    /// <summary>Bytes per layer of routed experts.</summary>
    public ImmutableArray<double> Experts { get; }

    /// <summary>Sum of <see cref="Dense"/>.</summary>
    public double DenseTotal { get; }

    /// <summary>Sum of <see cref="Experts"/>.</summary>
    public double ExpertTotal { get; }

    /// <summary>Number of elements behind <see cref="Dense"/>.</summary>
    public double DenseElements { get; }

    /// <summary>Number of elements behind <see cref="Output"/>.</summary>
    public double OutputElements { get; }

    /// <summary>Number of elements behind <see cref="Experts"/>.</summary>
    public double ExpertElements { get; }

    /// <summary>Share of the routed experts that a token uses.</summary>
    public double UsedShare { get; }

    /// <summary>Layers with routed experts.</summary>
    public int ExpertLayers { get; }

    /// <summary>Share of the layers that are recurrent instead of attending.</summary>
    public double RecurrentShare => Model.Shape.Recurrent is { } r ? 1 - (r.AttentionLayers / (double)Math.Max(1, Layers)) : 0;

    /// <summary>Type that holds most of the bytes of the layers.</summary>
    public string MainType { get; }

    /// <summary>Transformer layers.</summary>
    public int Layers => Dense.Length;

    /// <summary>Bytes of weights that a token reads.</summary>
    public double ReadPerToken => DenseTotal + (ExpertTotal * UsedShare) + Output;

    /// <summary>Elements that a token multiplies.</summary>
    public double ActiveElements => DenseElements + (ExpertElements * UsedShare) + OutputElements;

    /// <summary>Elements behind so many bytes of the layers' dense weights and of used experts.</summary>
    public double ElementsOf(double denseBytes, double expertBytes) =>
        (DenseTotal > 0 ? DenseElements * denseBytes / DenseTotal : 0) + (ExpertTotal > 0 ? ExpertElements * expertBytes / ExpertTotal : 0);

    public static ModelProfile Of(LlmModel model, Quant quant) => new(model, quant);

    private static double? ScaleToFile(LlmModel model, Quant quant, Bytes planned)
    {
        if (!model.FileSizes.TryGetValue(quant.Id, out var published) || planned.Count == 0) return null;
        return published / planned;
    }

    private static string MainTypeOf(TensorPlan plan)
    {
        var sizes = new Dictionary<string, long>();
        foreach (var tensor in plan.Tensors)
            if (tensor.Layer is not null) sizes[tensor.Type.Name] = sizes.GetValueOrDefault(tensor.Type.Name) + tensor.Size.Count;
        return sizes.Count == 0 ? "f16" : sizes.MaxBy(s => s.Value).Key;
    }
}
