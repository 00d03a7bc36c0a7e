using System.Collections.Immutable;
using RigBuilder.Cli.Composition;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Prediction;

namespace RigBuilder.Cli.Predicting;

/// <summary>
/// A query and its prediction. A card's name that several products have ("RTX 5060 Ti") is answered where the answers agree within the
/// range of the first, and is told; where they differ it is an error with each one's figures.
/// </summary>
/// <param name="Query">The query, looked up.</param>
/// <param name="Forecast">Its prediction, with all that was assumed.</param>
internal sealed record QueryAnswer(ResolvedQuery Query, Forecast Forecast)
{
    private const int MostChoices = 4;

    /// <summary>The answer, or null with problems.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="world">Data and forecaster.</param>
    /// <param name="catalog">The world's catalog, with the model's file where one is named.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static QueryAnswer? To(PredictQuery query, LoadedWorld world, Catalog catalog, List<string> problems)
    {
        var vague = query.Gpus.Where(g => catalog.Names.Cards(g) is { IsAmbiguous: true, Choices.Length: <= MostChoices }).Distinct().ToArray();
        return vague is [var name] ? OfEach(query, name, world, catalog, problems) : Of(query, world, catalog, problems);
    }

    private static QueryAnswer? Of(PredictQuery query, LoadedWorld world, Catalog catalog, List<string> problems)
    {
        if (QueryResolver.Resolve(query, catalog, problems, world.Measured) is not { } resolved || problems.Count > 0) return null;
        var forecast = world.Forecaster.Predict(resolved.Rig, resolved.Quest);
        return new QueryAnswer(resolved, forecast with { Assumptions = [.. resolved.Assumptions, .. forecast.Assumptions] });
    }

    private static QueryAnswer? OfEach(PredictQuery query, string name, LoadedWorld world, Catalog catalog, List<string> problems)
    {
        var meaning = catalog.Names.Cards(name);
        var answers = new List<(string Id, QueryAnswer Answer)>();
        foreach (var choice in meaning.Choices)
        {
            var written = choice.Count == 1 ? choice.Gpu.Id : $"{choice.Count}x {choice.Gpu.Id}";
            // What is wrong beside the name is wrong with every choice, and told once.
            if (Of(query with { Gpus = [.. query.Gpus.Select(g => g == name ? written : g)] }, world, catalog, problems) is not { } answer) return null;
            answers.Add((choice.Gpu.Id, answer));
        }

        // Where the model must run on the card, a card that it does not fit is not meant.
        var fitting = answers.Where(a => a.Answer.Query.Quest.RunsOn == Domain.Workloads.RunsOn.Gpu && OnGpu(a.Answer.Forecast)).ToArray();
        if (fitting is [var only]) return only.Answer.Telling($"'{name}': {only.Id} is meant, the one of {string.Join(" and ", answers.Select(a => a.Id))} on which the model fits");
        var first = answers[0];
        if (answers.All(a => Agrees(first.Answer.Forecast, a.Answer.Forecast)))
            return first.Answer.Telling($"'{name}' may be {string.Join(" or ", answers.Select(a => $"{a.Id} ({Figures(a.Answer.Forecast)})"))}: they agree within the range, and the first is shown");
        problems.Add($"{meaning.Problem}, which differ: {string.Join(", ", answers.Select(a => $"{a.Id} gives {Figures(a.Answer.Forecast)}"))}; {meaning.Hint}");
        return null;
    }

    private QueryAnswer Telling(string assumption) => this with { Forecast = Forecast with { Assumptions = [assumption, .. Forecast.Assumptions] } };

    private static bool OnGpu(Forecast forecast) => forecast.Placement?.Mode is PlacementMode.SingleGpu or PlacementMode.MultiGpu;

    private static bool Agrees(Forecast a, Forecast b) =>
        a.Placement?.Mode == b.Placement?.Mode && a.Placement?.CpuExpertLayers == b.Placement?.CpuExpertLayers && a.Placement?.GpuLayers == b.Placement?.GpuLayers
        && Within(a.Decode, b.Decode) && Within(a.Prompt, b.Prompt);

    private static bool Within(Estimate<Domain.Units.TokensPerSecond>? a, Estimate<Domain.Units.TokensPerSecond>? b) =>
        a is null ? b is null : b is not null && b.Value >= a.Low && b.Value <= a.High;

    private static string Figures(Forecast forecast) => forecast.Decode is { } decode ? $"{decode.Value}" : "nothing: the model does not fit";
}
