using RigBuilder.Domain.Workloads;

namespace RigBuilder.Cli.Predicting;

/// <summary>The workload of a query: model, quantisation and settings.</summary>
internal static class QuestQuery
{
    /// <summary>The quest, or null with problems.</summary>
    public static Quest? Quest(PredictQuery query, QueryNames names, List<string> problems)
    {
        var (model, quant) = names.Model(query.Model, query.Quant);
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
        {
            var (draftModel, draftQuant) = names.Draft(draft.Model!, draft.Quant);
            quest = quest with { DraftModel = draftModel, DraftQuant = draftQuant ?? quant };
        }

        return model is null || quant is null ? null : quest;
    }

    private static bool Has(PredictQuery query, string key) => query.Settings.Any(s => s.Setting.Key == key);
}
