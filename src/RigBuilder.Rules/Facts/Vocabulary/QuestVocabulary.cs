using RigBuilder.Domain.Models;
using RigBuilder.Domain.Workloads;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Facts.Vocabulary;

/// <summary>What rules can say of the quest, its model and its quantisation.</summary>
internal static class QuestVocabulary
{
    public static EntityType Quest { get; } = new EntityBuilder<Quest>()
        .Number("context", q => q.Context, "Context length in tokens, per user.")
        .Number("users", q => q.Users, "Users served at the same time.")
        .Word("runs_on", Words.RunsOn, q => (RunsOn?)q.RunsOn, "Where the model should run.")
        .Word("kind", Words.WorkloadKind, q => (WorkloadKind?)q.Kind, "Inference or a kind of fine-tuning.")
        .Flag("fine_tuning", q => q.Kind != WorkloadKind.Inference, "Whether it is a kind of fine-tuning.")
        .Word("key_type", Words.KvType, q => (KvType?)q.KeyType, "Type of the keys in the cache.")
        .Word("value_type", Words.KvType, q => (KvType?)q.ValueType, "Type of the values in the cache.")
        .Flag("flash_attention", q => q.FlashAttention, "Whether flash attention is used.")
        .Word("backend", Words.Backend, q => q.Backend, "Backend asked for; unknown when the fastest is meant.")
        .Speed("target_speed", q => q.TargetSpeed, "Wished generation speed; unknown when any will do.")
        .Price("budget", q => q.Budget, "Budget; unknown when open.")
        .Flag("complete", q => q.IsComplete, "Whether a model and a quantisation are chosen.")
        .Build("quest", "quests", "What the rig is for (also named workload).");

    public static EntityType Model { get; } = new EntityBuilder<LlmModel>()
        .Text("id", m => m.Id, "Catalog id.")
        .Text("name", m => m.Name, "Published name.")
        .Text("family", m => m.Family, "Family, such as 'LLaMA 1'.")
        .Text("architecture", m => m.Architecture, "llama.cpp's name of the architecture.")
        .Number("params", m => m.Parameters, "Parameters, experts included.", FigureStyle.Billions)
        .Number("active_params", m => m.ActiveParameters, "Parameters used for one token.", FigureStyle.Billions)
        .Number("trained_context", m => m.TrainedContext, "Context length it was trained for, in tokens.")
        .Number("layers", m => m.Shape.Layers, "Transformer blocks.")
        .Number("hidden", m => m.Shape.Hidden, "Width of the residual stream.")
        .Number("heads", m => m.Shape.Heads, "Query heads.")
        .Number("kv_heads", m => m.Shape.KvHeads, "Key/value heads.")
        .Number("vocab", m => m.Shape.Vocab, "Vocabulary size.")
        .Flag("is_moe", m => m.Shape.Experts is not null, "Whether it is a mixture of experts.")
        .Number("experts", m => m.Shape.Experts?.Count ?? 0, "Routed experts per layer; 0 for dense models.")
        .Number("experts_used", m => m.Shape.Experts?.Used ?? 0, "Routed experts used for a token.")
        .Text("note", m => m.Note, "The catalog's note on it.")
        .Build("model", "models", "The model that the quest names.");

    public static EntityType Quant { get; } = new EntityBuilder<Quant>()
        .Text("id", q => q.Id, "Catalog id, such as 'q4_k_m'.")
        .Text("name", q => q.Name, "llama.cpp's name.")
        .Number("bits", q => q.NominalBits, "Nominal bits per weight.")
        .Number("bits_per_weight", q => q.BitsPerWeight, "Bits per weight over a whole file.")
        .Number("perplexity_increase", q => q.PerplexityIncreasePercent / 100, "Increase of perplexity over F16 for an 8B model.", FigureStyle.Percent)
        .Text("note", q => q.Note, "What to know before choosing it.")
        .Build("quant", "quantisations", "The quantisation that the quest names.");
}
