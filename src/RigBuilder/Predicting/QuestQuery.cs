using RigBuilder.Domain;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Cli.Predicting;

/// <summary>The workload of a query: model, quantisation and settings.</summary>
internal static class QuestQuery
{
    /// <summary>The quest, or null with problems.</summary>
    public static Quest? Quest(PredictQuery query, Catalog catalog, List<string> problems)
    {
        var model = query.Model is { } m ? Model(catalog, m, "model", problems) : null;
        if (query.Model is null) problems.Add("name a model (--model)");
        var quant = query.Quant is { } q ? Quant(catalog, q, problems) : null;
        if (query.Quant is null) problems.Add("name a quant (--quant)");
        var quest = new Quest { Model = model, Quant = quant };
        foreach (var (setting, text) in query.Settings)
        {
            quest = setting.Apply(quest, text, out var problem);
            if (problem is not null) problems.Add(problem);
        }

        if (Has(query, "kv") && (Has(query, "ctk") || Has(query, "ctv"))) problems.Add("kv sets both types of the cache, so it cannot stand beside ctk or ctv; write either kv, or ctk and ctv");
        if (Has(query, "cmoe") && Has(query, "ncmoe")) problems.Add("cmoe keeps all experts in system memory, so it cannot stand beside ncmoe; write one of them");
        if (Has(query, "ctv") && !quest.FlashAttention && Domain.Workloads.Quest.IsQuantised(quest.ValueType))
            problems.Add($"ctv: values of type {quest.ValueType.ToString().ToLowerInvariant()} need flash attention; turn it on (-fa on), or keep the values in f16");
        if (quest.Launch.Speculation is { Kind: SpeculationKind.Draft } draft)
            quest = quest with { DraftModel = Model(catalog, draft.Model!, "draft model", problems), DraftQuant = draft.Quant is { } name ? Quant(catalog, name, problems) : quant };
        return model is null || quant is null ? null : quest;
    }

    private static bool Has(PredictQuery query, string key) => query.Settings.Any(s => s.Setting.Key == key);

    private static LlmModel? Model(Catalog catalog, string name, string what, List<string> problems)
    {
        var model = catalog.Models.Find(name);
        if (model is null) problems.Add($"unknown {what} '{name}'" + Hint(Spelling.Nearest(name, catalog.Models.Items.SelectMany(i => (string[])[i.Id, i.Name]))));
        return model;
    }

    private static Quant? Quant(Catalog catalog, string name, List<string> problems)
    {
        var quant = catalog.Quants.Find(name);
        if (quant is null) problems.Add($"unknown quant '{name}'" + Hint(Spelling.Nearest(name, catalog.Quants.Items.Select(i => i.Name))));
        return quant;
    }

    private static string Hint(string? nearest) => nearest is null ? "" : $"; did you mean '{nearest}'?";
}
