using RigBuilder.Domain.Models;

namespace RigBuilder.Validation.Configs;

/// <summary>The shape that a config.json tells, by the keys of Hugging Face's transformers (configuration_*.py).</summary>
internal static class ConfigShape
{
    private const int MaxLayers = 1024;
    private const int MaxWidth = 1 << 20;
    private const int MaxVocabulary = 1 << 24;

    /// <summary>The shape and the parameters of its recurrent layers.</summary>
    public static (ModelShape Shape, double Recurrent) Of(ConfigKeys keys)
    {
        var layers = keys.Required(MaxLayers, "num_hidden_layers", "n_layer", "num_layers");
        var hidden = keys.Required(MaxWidth, "hidden_size", "n_embd", "d_model");
        var heads = keys.Required(MaxWidth, "num_attention_heads", "n_head");
        var vocab = keys.Required(MaxVocabulary, "vocab_size");
        var experts = Experts(keys);
        var dense = experts is null || experts.DenseFirstLayers > 0 || experts.EveryNth > 1;
        var ffn = dense ? keys.Required(MaxWidth, "intermediate_size", "n_inner", "ffn_hidden_size") : 0;
        var (recurrent, parameters) = Recurrent(keys, layers, hidden);
        return (new ModelShape
        {
            Layers = layers,
            Hidden = hidden,
            Heads = heads,
            KvHeads = keys.Optional(MaxWidth, "num_key_value_heads", "num_kv_heads") ?? heads,
            HeadDim = Positive(keys.Optional(MaxWidth, "head_dim")) ?? Positive(keys.Optional(MaxWidth, "v_head_dim")) ?? Math.Max(1, hidden / Math.Max(1, heads)),
            Ffn = ffn,
            Vocab = vocab,
            TiedEmbeddings = keys.Switch("tie_word_embeddings") ?? false,
            Experts = experts,
            SlidingWindow = Window(keys, layers),
            Latent = Latent(keys),
            Recurrent = recurrent,
        }, parameters);
    }

    private static ExpertShape? Experts(ConfigKeys keys)
    {
        var count = keys.Optional(65_536, "num_experts", "n_routed_experts", "num_local_experts", "moe_num_experts") ?? 0;
        if (count <= 1) return null;
        var own = keys.Optional(MaxWidth, "moe_intermediate_size", "expert_ffn_hidden_size");
        // Llama 4 and Mixtral: the experts have the plain width.
        var ffn = own ?? keys.Required(MaxWidth, "intermediate_size");
        var shared = keys.Optional(MaxWidth, "shared_expert_intermediate_size", "shared_intermediate_size")
            ?? (ffn * (keys.Optional(64, "n_shared_experts", "num_shared_experts", "moe_num_shared_experts") ?? (keys.Text("model_type")?.StartsWith("llama4", StringComparison.Ordinal) == true ? 1 : 0)));
        return new ExpertShape(
            count,
            Math.Clamp(keys.Required(count, "num_experts_per_tok", "experts_per_token", "num_experts_per_token", "moe_topk", "moe_k"), 1, count),
            Math.Max(1, ffn),
            shared,
            keys.Optional(MaxLayers, "first_k_dense_replace", "moe_layer_start_index", "num_dense_layers") ?? 0,
            Math.Max(1, keys.Optional(MaxLayers, "decoder_sparse_step", "interleave_moe_layer_step") ?? 1));
    }

    private static SlidingWindow? Window(ConfigKeys keys, int layers)
    {
        var window = keys.Optional(int.MaxValue, "sliding_window", "attention_chunk_size") ?? 0;
        if (window == 0 || keys.Switch("use_sliding_window") == false) return null;
        var types = keys.Texts("layer_types");
        if (!types.IsEmpty)
        {
            var full = types.Count(t => t == "full_attention");
            return full >= layers ? null : new SlidingWindow(window, full, Positive(keys.Optional(MaxWidth, "num_global_key_value_heads")) ?? 0, Positive(keys.Optional(MaxWidth, "global_head_dim")) ?? 0);
        }

        var model = keys.Text("model_type") ?? "";
        var period = keys.Optional(MaxLayers, "sliding_window_pattern", "_sliding_window_pattern")
            ?? (model.StartsWith("gemma2", StringComparison.Ordinal) || model == "gpt_oss" ? 2 : model.StartsWith("gemma3", StringComparison.Ordinal) ? 6 : model.StartsWith("llama4", StringComparison.Ordinal) || model == "cohere2" ? 4 : 0);
        return period > 0 ? new SlidingWindow(window, layers / period) : null;
    }

    private static LatentAttention? Latent(ConfigKeys keys) => Positive(keys.Optional(MaxWidth, "kv_lora_rank")) is not { } rank ? null : new LatentAttention(
        rank,
        keys.Required(MaxWidth, "qk_rope_head_dim"),
        keys.Optional(MaxWidth, "q_lora_rank") ?? 0,
        keys.Required(MaxWidth, "qk_nope_head_dim"),
        keys.Required(MaxWidth, "v_head_dim"));

    // State as llama.cpp keeps it (n_embd_r and n_embd_s): the convolution's last inputs and the state proper.
    private static (RecurrentShape? Shape, double Parameters) Recurrent(ConfigKeys keys, int layers, double hidden)
    {
        var types = keys.Texts("layer_types");
        var recurrent = types.Count(t => t is "linear_attention" or "mamba" or "conv");
        if (recurrent == 0 && Positive(keys.Optional(MaxLayers, "full_attention_interval")) is { } interval) recurrent = layers - (layers / interval);
        if (recurrent == 0 || recurrent > layers) return (null, 0);
        if (types.Contains("conv"))
        {
            var cache = keys.Optional(1024, "conv_L_cache") ?? 3;
            return (new RecurrentShape(layers - recurrent, (long)((cache - 1) * hidden)), recurrent * 4 * hidden * hidden);
        }

        if (types.Contains("mamba"))
        {
            var (heads, width, state, groups) = (keys.Required(65_536, "mamba_n_heads"), keys.Required(65_536, "mamba_d_head"), keys.Required(65_536, "mamba_d_state"), keys.Optional(65_536, "mamba_n_groups") ?? 1);
            return Layer(layers - recurrent, recurrent, hidden, (long)heads * width, state, groups, keys.Optional(1024, "mamba_d_conv") ?? 4, heads, gates: 1);
        }

        var values = keys.Required(65_536, "linear_num_value_heads");
        return Layer(
            layers - recurrent, recurrent, hidden, (long)values * keys.Required(65_536, "linear_value_head_dim"), keys.Required(65_536, "linear_key_head_dim"),
            keys.Required(65_536, "linear_num_key_heads"), keys.Optional(1024, "linear_conv_kernel_dim") ?? 4, values, gates: 2);
    }

    // In: values and their gate, keys and queries of the groups, one or two gates a head; out: back to the width.
    private static (RecurrentShape Shape, double Parameters) Layer(int attending, int recurrent, double hidden, long inner, long state, long groups, int kernel, int heads, int gates)
    {
        var convolved = inner + (2 * groups * state);
        var shape = new RecurrentShape(attending, ((Math.Max(1, kernel) - 1) * convolved) + (state * inner));
        return (shape, recurrent * ((hidden * (convolved + inner + (gates * heads))) + (kernel * convolved) + (inner * hidden)));
    }

    private static int? Positive(int? number) => number is > 0 ? number : null;
}
