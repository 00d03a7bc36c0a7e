using RigBuilder.Domain.Models;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Validation.Gguf;

namespace RigBuilder.Validation.Protocol;

/// <summary>Chooses what is validated when nobody says: the largest model that is done in under a minute on this machine.</summary>
public static class DefaultQuest
{
    private const int Context = 2048;
    private const double MemoryShare = 0.5;
    private const double LargestBytes = 6e9;

    /// <summary>Expected time of all tests: warm-ups, five prompts of 512 and five generations of 128 tokens.</summary>
    private static readonly Duration Budget = Duration.FromSeconds(30);

    /// <summary>
    /// How far a model that was run before may miss the budget, and how many times larger the model may be that would be chosen
    /// anew, for it to be kept: a first look at memory differs from day to day by less.
    /// </summary>
    private const double KeepWithin = 2;

    /// <summary>A shape for machines on which nothing of the catalog fits: dense Llama, 162 million weights.</summary>
    public static LlmModel Toy { get; } = new()
    {
        Id = "toy-162m",
        Name = "Toy 162M",
        Family = "Toy",
        Architecture = "llama",
        Parameters = 162_417_408,
        ActiveParameters = 162_417_408,
        TrainedContext = 4096,
        Shape = new ModelShape { Layers = 12, Hidden = 768, Heads = 12, KvHeads = 12, HeadDim = 64, Ffn = 3072, Vocab = 32_000 },
        Source = "made up",
    };

    /// <summary>Chooses among dense models that can be synthesised.</summary>
    /// <param name="models">The catalog's models.</param>
    /// <param name="quant">The quantisation to use (Q4_0, the reference of most public measurements).</param>
    /// <param name="forecaster">Predicts times.</param>
    /// <param name="rig">This machine.</param>
    /// <param name="available">Free memory; null when unknown.</param>
    /// <param name="context">Context length that was asked for; null for 2,048 tokens or what the model was trained for, if less.</param>
    /// <param name="before">
    /// Ids of models that were run here before, the preferred first: one that is still quick enough is taken again, so that results
    /// can be compared.
    /// </param>
    public static Quest Choose(
        IEnumerable<LlmModel> models, Quant quant, IForecaster forecaster, Rig rig, Bytes? available, int? context = null, IEnumerable<string>? before = null)
    {
        var dense = models.Where(m => ModelMetadata.Supports(m) && m.Shape.Experts is null).ToList();
        var best = dense
            .Select(m => Make(m, quant, context))
            .Where(q => IsQuick(forecaster.Predict(rig, q), available, Budget))
            .OrderByDescending(q => q.Model!.Parameters).ThenBy(q => q.Model!.Id, StringComparer.Ordinal)
            .FirstOrDefault() ?? Make(Toy, quant, context);
        var kept = (before ?? [])
            .Select(id => dense.Find(m => m.Id == id)).OfType<LlmModel>()
            .Where(m => m.Parameters * KeepWithin >= best.Model!.Parameters)
            .Select(m => Make(m, quant, context))
            .FirstOrDefault(q => IsQuick(forecaster.Predict(rig, q), available, Budget * KeepWithin));
        return kept ?? best;
    }

    /// <summary>Expected time of the default tests.</summary>
    public static Duration? Expected(Forecast forecast) =>
        forecast is { Prompt: { } prompt, Decode: { } decode } && prompt.Value.Value > 0 && decode.Value.Value > 0
            ? Duration.FromSeconds((6 * 512 / prompt.Value.Value) + ((5 * 128 + 4) / decode.Value.Value))
            : null;

    private static Quest Make(LlmModel model, Quant quant, int? context) =>
        new() { Model = model, Quant = quant, Context = context ?? Math.Min(Context, model.TrainedContext), RunsOn = RunsOn.Auto };

    private static bool IsQuick(Forecast forecast, Bytes? available, Duration budget)
    {
        if (forecast.Memory is not { } memory || Expected(forecast) is not { } time || time > budget) return false;
        var total = memory.Weights + memory.Kv + memory.Compute;
        return total.Count <= LargestBytes && (available is not { } free || total <= free * MemoryShare);
    }
}
