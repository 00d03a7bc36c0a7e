using System.Collections.Immutable;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Protocol;

/// <summary>
/// Makes a quest fit the memory at hand by whole steps: first the context is halved, down to 512 tokens, then half of the layers
/// go, again and again. Every layer that stays is the real one, so speed per layer remains what it was.
/// </summary>
public static class Shrinking
{
    private const int LeastContext = 512;
    private const int LeastLayers = 2;

    /// <summary>The quest, shrunk as far as needed, with a note per step.</summary>
    /// <param name="quest">A complete quest.</param>
    /// <param name="fits">Whether a quest fits.</param>
    /// <returns>Null when even the smallest step does not fit.</returns>
    public static (Quest Quest, ImmutableArray<string> Notes)? ToFit(Quest quest, Func<Quest, bool> fits)
    {
        if (fits(quest)) return (quest, []);
        var shrunk = quest;
        while (shrunk.Context > LeastContext)
        {
            shrunk = shrunk with { Context = Math.Max(LeastContext, shrunk.Context / 2) };
            if (fits(shrunk)) return (shrunk, [ContextNote(quest, shrunk)]);
        }

        var original = quest.Model!;
        for (var layers = original.Shape.Layers / 2; layers >= LeastLayers; layers /= 2)
        {
            var model = WithLayers(original, layers);
            shrunk = shrunk with { Model = model };
            if (!fits(shrunk)) continue;
            var note = $"not enough memory for the whole model: {layers} of its {original.Shape.Layers} layers are run, and compared with a prediction for as many";
            return (shrunk, shrunk.Context == quest.Context ? [note] : [ContextNote(quest, shrunk), note]);
        }

        return null;
    }

    /// <summary>The model with fewer layers.</summary>
    public static LlmModel WithLayers(LlmModel model, int layers)
    {
        var shape = model.Shape with
        {
            Layers = layers,
            SlidingWindow = model.Shape.SlidingWindow is { } window
                ? window with { FullLayers = Math.Max(1, window.FullLayers * layers / model.Shape.Layers) }
                : null,
            Experts = model.Shape.Experts is { } experts ? experts with { DenseFirstLayers = Math.Min(experts.DenseFirstLayers, layers - 1) } : null,
            Blocks = model.Shape.Blocks?[..layers],
            SharedCacheLayers = model.Shape.SharedCacheLayers * layers / model.Shape.Layers,
            Indexer = model.Shape.Indexer is { } indexer ? indexer with { Layers = indexer.Layers * layers / model.Shape.Layers } : null,
            Compressed = model.Shape.Compressed is { } c ? c with { FineLayers = c.FineLayers * layers / model.Shape.Layers, CoarseLayers = c.CoarseLayers * layers / model.Shape.Layers } : null,
        };
        var shrunk = model with { Shape = shape, Parameters = 1, ActiveParameters = 1 };
        var elements = (double)TensorPlan.For(shrunk, F16).Elements;
        var share = model.ActiveParameters / model.Parameters;
        return shrunk with
        {
            Id = $"{model.Id}-{layers}-layers",
            Name = $"{model.Name} ({layers} layers)",
            Parameters = elements,
            ActiveParameters = elements * share,
            FileSizes = ImmutableDictionary<string, Bytes>.Empty,
        };
    }

    private static Quant F16 { get; } = new() { Id = "f16", Name = "F16", BitsPerWeight = 16, Type = "f16", NominalBits = 16 };

    private static string ContextNote(Quest quest, Quest shrunk) =>
        $"not enough memory for {quest.Context} tokens of context: {shrunk.Context} are used";
}
