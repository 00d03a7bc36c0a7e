using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Cli.Predicting;

/// <summary>The names of one query, looked up: what is wrong with them, and what was taken for granted.</summary>
internal sealed class QueryNames(Catalog catalog, List<string> problems)
{
    /// <summary>What was taken for granted, in sentences for people.</summary>
    public ImmutableArray<string>.Builder Assumed { get; } = ImmutableArray.CreateBuilder<string>();

    /// <summary>The cards of several names; a name may say how many.</summary>
    public ImmutableArray<Gpu> Cards(ImmutableArray<string> names)
    {
        var gpus = ImmutableArray.CreateBuilder<Gpu>();
        foreach (var name in names)
        {
            var found = catalog.Names.Cards(name);
            Assumed.AddRange(found.Assumed);
            if (found.Item is { } cards) gpus.AddRange(Enumerable.Repeat(cards.Gpu, cards.Count));
            else if (!found.IsAmbiguous && catalog.Names.Processor(name).Item is not null) problems.Add($"'{name}' is a processor, not a graphics card; name it as cpu");
            else problems.Add(found.Advice);
        }

        return gpus.ToImmutable();
    }

    /// <summary>A part; null with a problem.</summary>
    public T? Part<T>(PartKind kind, string name)
        where T : Part
    {
        var found = catalog.Names.Part(kind, name);
        Assumed.AddRange(found.Assumed);
        if (found.Item is T part) return part;
        problems.Add(found.Hint is null ? $"{found.Problem}; 'rigbuilder catalog list {kind.ToString().ToLowerInvariant()}' shows the known ones" : found.Advice);
        return null;
    }

    private const string AnotherWay = "; a model that is not in the catalog can be given by its file (gguf), its config.json (config) or its size, such as 24B";

    /// <summary>A model and its quantisation, which the model's name may say.</summary>
    public (LlmModel? Model, Quant? Quant) Model(string? name, string? quantName)
    {
        var found = name is null ? null : catalog.Names.Model(name);
        if (found is null) problems.Add("name a model (--model)");
        else if (found.Item is null) problems.Add(found.IsAmbiguous || !found.Problem.StartsWith("the catalog has no", StringComparison.Ordinal) ? found.Advice : found.Advice + AnotherWay);
        var said = found?.Item;
        if (quantName is null)
        {
            Assumed.AddRange(found?.Assumed ?? []);
            if (said is { Quant: null } || found is null) problems.Add("name a quant (--quant)");
            return (said?.Model, said?.Quant);
        }

        var quant = catalog.Names.Quant(quantName);
        if (quant.Item is null) problems.Add(quant.Advice);
        if (said is { Quant: { } other, QuantIsAssumed: false } && quant.Item is { } wished && other.Id != wished.Id)
            problems.Add($"the model's name says {other.Name} and the quant {wished.Name}: leave one of them out");
        // A publisher's default is of no interest where the quant is said.
        Assumed.AddRange(found?.Assumed.Where(a => said is not { QuantIsAssumed: true } || !a.StartsWith("no quantisation", StringComparison.Ordinal)) ?? []);
        Assumed.AddRange(quant.Assumed);
        return (said?.Model, quant.Item);
    }

    /// <summary>A draft model and its own quantisation where one is said; the model's is meant otherwise.</summary>
    public (LlmModel? Model, Quant? Quant) Draft(string name, string? quantName)
    {
        var found = catalog.Names.Model(name);
        Assumed.AddRange(found.Assumed.Where(a => !a.StartsWith("no quantisation", StringComparison.Ordinal)));
        if (found.Item is null) problems.Add("draft model: " + found.Advice);
        if (quantName is null) return (found.Item?.Model, found.Item is { QuantIsAssumed: false } said ? said.Quant : null);
        var quant = catalog.Names.Quant(quantName);
        Assumed.AddRange(quant.Assumed);
        if (quant.Item is null) problems.Add("draft model: " + quant.Advice);
        return (found.Item?.Model, quant.Item);
    }
}
