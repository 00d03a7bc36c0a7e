using System.Collections.Immutable;
using RigBuilder.Domain.Models;

namespace RigBuilder.Validation.Gguf;

/// <summary>
/// The metadata that llama.cpp needs to build a model's graph, per architecture (llama.cpp, <c>llama-model.cpp</c>,
/// load_hparams). Every architecture listed here has been loaded and run with its tiny shape.
/// </summary>
public static class ModelMetadata
{
    private const float Epsilon = 1e-5f;
    private const float RopeBase = 10_000f;

    /// <summary>Architectures that can be synthesised.</summary>
    public static ImmutableArray<string> Architectures { get; } =
    [
        "llama", "qwen2", "qwen2moe", "qwen3", "qwen3moe", "phi3", "gemma2", "gemma3", "glm4", "glm4moe", "command-r", "cohere2",
        "gpt-oss", "deepseek2", "hunyuan-moe", "dots1", "minimax-m2", "llama4",
    ];

    /// <summary>Whether a file for the model can be synthesised.</summary>
    public static bool Supports(LlmModel model) => Architectures.Contains(model.Architecture) && model.Shape.Recurrent is null;

    /// <summary>Key/value pairs for a model in a quantisation.</summary>
    public static ImmutableArray<KeyValuePair<string, GgufValue>> For(LlmModel model, Quant quant)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, GgufValue>>();
        void General(string key, GgufValue value) => pairs.Add(new(key, value));
        void Hyper(string key, GgufValue value) => pairs.Add(new($"{model.Architecture}.{key}", value));
        var shape = model.Shape;
        General("general.architecture", GgufValue.Of(model.Architecture));
        General("general.name", GgufValue.Of($"{model.Name} (synthetic)"));
        General("general.file_type", GgufValue.Of(FileTypes.Number(quant.Id) ?? 0));
        General("general.quantization_version", GgufValue.Of(2));
        Hyper("context_length", GgufValue.Of(model.TrainedContext));
        Hyper("embedding_length", GgufValue.Of(shape.Hidden));
        Hyper("block_count", GgufValue.Of(shape.Layers));
        Hyper("feed_forward_length", GgufValue.Of(shape.Ffn > 0 ? shape.Ffn : shape.Experts?.Ffn ?? 0));
        Hyper("attention.head_count", GgufValue.Of(shape.Heads));
        Hyper("attention.head_count_kv", GgufValue.Of(shape.Latent is null ? shape.KvHeads : 1));
        Hyper("attention.layer_norm_rms_epsilon", GgufValue.Of(Epsilon));
        Hyper("attention.layer_norm_epsilon", GgufValue.Of(Epsilon));
        Hyper("rope.freq_base", GgufValue.Of(RopeBase));
        Hyper("vocab_size", GgufValue.Of(shape.Vocab));
        AddHeads(shape, Hyper);
        AddExperts(model, Hyper);
        AddPeculiarities(model, Hyper);
        General("tokenizer.ggml.model", GgufValue.Of("no_vocab"));
        return pairs.ToImmutable();
    }

    private static void AddHeads(ModelShape shape, Action<string, GgufValue> hyper)
    {
        if (shape.Latent is { } latent)
        {
            hyper("attention.key_length", GgufValue.Of(latent.KvLoraRank + latent.RopeDim));
            hyper("attention.value_length", GgufValue.Of(latent.KvLoraRank));
            hyper("attention.key_length_mla", GgufValue.Of(latent.NopeDim + latent.RopeDim));
            hyper("attention.value_length_mla", GgufValue.Of(latent.ValueDim));
            hyper("attention.kv_lora_rank", GgufValue.Of(latent.KvLoraRank));
            if (latent.QueryLoraRank > 0) hyper("attention.q_lora_rank", GgufValue.Of(latent.QueryLoraRank));
            hyper("rope.dimension_count", GgufValue.Of(latent.RopeDim));
        }
        else
        {
            hyper("attention.key_length", GgufValue.Of(shape.HeadDim));
            hyper("attention.value_length", GgufValue.Of(shape.HeadDim));
            hyper("rope.dimension_count", GgufValue.Of(shape.HeadDim));
        }
    }

    private static void AddExperts(LlmModel model, Action<string, GgufValue> hyper)
    {
        if (model.Shape.Experts is not { } experts) return;
        hyper("expert_count", GgufValue.Of(experts.Count));
        hyper("expert_used_count", GgufValue.Of(experts.Used));
        hyper("expert_feed_forward_length", GgufValue.Of(experts.Ffn));
        hyper("expert_shared_feed_forward_length", GgufValue.Of(experts.SharedFfn));
        hyper("expert_shared_count", GgufValue.Of(experts.SharedFfn / Math.Max(1, experts.Ffn)));
        hyper("leading_dense_block_count", GgufValue.Of(experts.DenseFirstLayers));
        hyper("interleave_moe_layer_step", GgufValue.Of(experts.EveryNth));
        hyper("expert_weights_scale", GgufValue.Of(1f));
        hyper("expert_gating_func", GgufValue.Of(model.Architecture is "glm4moe" or "dots1" or "minimax-m2" or "deepseek2" ? 2 : 1));
    }

    private static void AddPeculiarities(LlmModel model, Action<string, GgufValue> hyper)
    {
        if (model.Shape.SlidingWindow is { } window) hyper("attention.sliding_window", GgufValue.Of(window.Window));
        if (model.Architecture is "command-r" or "cohere2") hyper("logit_scale", GgufValue.Of(0.0625f));
        if (model.Architecture is "gemma2")
        {
            hyper("attn_logit_softcapping", GgufValue.Of(50f));
            hyper("final_logit_softcapping", GgufValue.Of(30f));
        }
    }
}
