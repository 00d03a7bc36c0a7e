using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;

namespace RigBuilder.Advice;

/// <summary>Which models a rig runs, each in the quantisation that is worth most on it, best first.</summary>
public static class ModelRanking
{
    // Scores so close tell nothing: within a family the newer model stands first then.
    private const double Close = 3;

    /// <summary>The models that a rig runs. Deterministic; about a millisecond of processor time a model.</summary>
    /// <param name="rig">The rig.</param>
    /// <param name="quest">Context, users and settings; its model and quant do not count.</param>
    /// <param name="catalog">Models and quants to look at.</param>
    /// <param name="forecaster">What predicts.</param>
    /// <param name="use">What the model is for; models made for other uses are left out.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ImmutableArray<RankedModel> Of(Rig rig, Quest quest, Catalog catalog, IForecaster forecaster, ModelUse use, CancellationToken cancellation = default)
    {
        var quants = new QuantChoice(catalog);
        var models = catalog.Models.Items.Where(m => m.Uses.Contains(use) && m.TrainedContext >= quest.Context).ToArray();
        var ranked = new RankedModel?[models.Length];
        Parallel.For(0, models.Length, new ParallelOptions { CancellationToken = cancellation }, i => ranked[i] = Best(models[i], rig, quest, quants, forecaster, use));
        return NewerFirst([.. ranked.OfType<RankedModel>().OrderByDescending(m => m.Score).ThenBy(m => m.Model.Id, StringComparer.Ordinal)]);
    }

    private static RankedModel? Best(LlmModel model, Rig rig, Quest quest, QuantChoice quants, IForecaster forecaster, ModelUse use)
    {
        RankedModel? best = null;
        foreach (var quant in quants.Of(model))
        {
            var forecast = forecaster.Predict(rig, quest with { Model = model, Quant = quant });
            var score = ModelScore.Of(model, quants.Loss(model, quant), forecast, use);
            if (score > (best?.Score ?? 0)) best = new RankedModel(model, quant, forecast, score);
        }

        return best;
    }

    // A family's places in the order stay; who takes them changes where scores are close.
    private static ImmutableArray<RankedModel> NewerFirst(ImmutableArray<RankedModel> ranked)
    {
        var order = ranked.ToArray();
        foreach (var places in Enumerable.Range(0, order.Length).GroupBy(i => order[i].Model.Family, StringComparer.Ordinal).Select(g => g.ToArray()))
        {
            for (var start = 0; start < places.Length;)
            {
                var end = start;
                while (end < places.Length && order[places[start]].Score - order[places[end]].Score <= Close) end++;
                var run = places[start..end];
                var sorted = run.Select(i => order[i]).OrderByDescending(m => m.Model.Released, StringComparer.Ordinal).ToArray();
                for (var i = 0; i < run.Length; i++) order[run[i]] = sorted[i];
                start = end;
            }
        }

        return [.. order];
    }
}

/// <summary>A model that a rig runs, in the quantisation that is worth most on it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Quant">The quantisation.</param>
/// <param name="Forecast">The prediction.</param>
/// <param name="Score">Its score, 0 to 100.</param>
public sealed record RankedModel(LlmModel Model, Quant Quant, Forecast Forecast, double Score)
{
    /// <summary>S, A, B, C, D or F.</summary>
    public char Tier => ModelScore.Tier(Score);
}
