using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Labels;

/// <summary>A quest in words.</summary>
public static class QuestLabels
{
    /// <summary>The form's labels.</summary>
    public static string Of(QuestField field) => field switch
    {
        QuestField.Cache => "KV cache",
        QuestField.FlashAttention => "Flash attention",
        QuestField.RunsOn => "Runs on",
        QuestField.Kind => "Task",
        QuestField.Target => "Wished speed",
        _ => field.ToString(),
    };

    /// <summary>What a field holds.</summary>
    public static string Value(QuestField field, Quest quest, QuestSpec spec) => field switch
    {
        QuestField.Model => quest.Model?.Name ?? (spec.ModelId is { } id ? $"{id} (not in the catalog)" : "not chosen"),
        QuestField.Quant => quest.Quant?.Name ?? (spec.QuantId is { } id ? $"{id} (not in the catalog)" : "not chosen"),
        QuestField.Context => Tokens(quest.Context),
        QuestField.Users => quest.Users.ToString(CultureInfo.InvariantCulture),
        QuestField.Cache => Of(quest.KeyType) + (quest.ValueType == quest.KeyType ? "" : " / " + Of(quest.ValueType)),
        QuestField.FlashAttention => quest.FlashAttention ? "on" : "off",
        QuestField.RunsOn => Of(quest.RunsOn),
        QuestField.Kind => Of(quest.Kind),
        QuestField.Settings => SettingLabels.Summary(quest),
        QuestField.Budget => quest.Budget?.ToString() ?? "open",
        _ => quest.TargetSpeed?.ToString() ?? "any",
    };

    /// <summary>What a field means, in a sentence.</summary>
    public static string Explain(QuestField field) => field switch
    {
        QuestField.Model => "The language model this rig must run. Everything else follows from it.",
        QuestField.Quant => "How many bits each weight keeps. Fewer bits: less memory and more speed, some loss of quality. 4 to 5 bits suit most.",
        QuestField.Context => "Tokens the model can look back on. The cache for them takes memory beside the weights.",
        QuestField.Users => "People served at the same time; each needs a cache of their own.",
        QuestField.Cache => "Precision of the cache. q8_0 halves it at hardly any loss; q4_0 quarters it.",
        QuestField.FlashAttention => "A faster attention that needs less working memory. A quantised cache needs it.",
        QuestField.RunsOn => "auto: on the graphics cards as far as they hold it. gpu: wholly there. cpu: not at all there.",
        QuestField.Kind => "Generating text, or a kind of fine-tuning; fine-tuning needs several times the memory.",
        QuestField.Settings => "llama.cpp's settings that you fix, such as -ngl or a power limit; the others are planned. Press Enter to see all, Del to leave all open.",
        QuestField.Budget => "What the parts may cost together. Press Enter to type it, Del to leave it open.",
        _ => "Generation speed you would be happy with. Reading speed is about 7 tok/s. Del: any.",
    };

    /// <summary>"8,192 tokens".</summary>
    public static string Tokens(int count) => new Quantity(count, Dimension.Tokens).ToString();

    /// <summary>"q8_0".</summary>
    public static string Of(KvType type) => type.ToString().ToLowerInvariant();

    /// <summary>"auto".</summary>
    public static string Of(RunsOn where) => where switch
    {
        RunsOn.Gpu => "graphics cards only",
        RunsOn.Cpu => "processor only",
        _ => "auto",
    };

    /// <summary>"inference".</summary>
    public static string Of(WorkloadKind kind) => kind switch
    {
        WorkloadKind.Lora => "fine-tune: LoRA",
        WorkloadKind.Qlora => "fine-tune: QLoRA",
        WorkloadKind.FullFineTune => "fine-tune: all weights",
        _ => "inference",
    };

    /// <summary>"Llama 65B Q4_0 · 2,048 tokens", or what is missing.</summary>
    public static string Summary(Quest quest) => (quest.Model, quest.Quant) switch
    {
        (null, _) => "no model chosen",
        ({ } model, null) => $"{model.Name} · no quantisation chosen",
        ({ } model, { } quant) => $"{model.Name} {quant.Name} · {Tokens(quest.Context)}",
    };
}
