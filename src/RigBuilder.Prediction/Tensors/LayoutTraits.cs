using System.Collections.Frozen;
using RigBuilder.Domain.Models;

namespace RigBuilder.Prediction.Tensors;

/// <summary>How an architecture's tensors differ from Llama's (llama.cpp, <c>llama-arch.cpp</c> and <c>llama-model.cpp</c>).</summary>
internal sealed record LayoutTraits
{
    private static readonly LayoutTraits Llama = new();

    private static readonly FrozenDictionary<string, LayoutTraits> Known = new Dictionary<string, LayoutTraits>
    {
        ["llama"] = Llama,
        ["llama4"] = Llama,
        ["qwen2"] = new() { AttentionBias = true },
        ["qwen2moe"] = new() { AttentionBias = true, SharedExpertGate = true },
        ["qwen3"] = new() { QueryKeyNorm = NormWidth.Head },
        ["qwen3moe"] = new() { QueryKeyNorm = NormWidth.Head },
        ["qwen3next"] = new() { QueryKeyNorm = NormWidth.Head, GatedQuery = true },
        ["qwen35"] = new() { QueryKeyNorm = NormWidth.Head, GatedQuery = true },
        ["qwen35moe"] = new() { QueryKeyNorm = NormWidth.Head, GatedQuery = true },
        ["gemma2"] = new() { PostNorms = true },
        ["gemma3"] = new() { PostNorms = true, QueryKeyNorm = NormWidth.Head },
        ["gemma4"] = new() { PostNorms = true, QueryKeyNorm = NormWidth.Head },
        ["phi3"] = new() { FusedQkv = true, FusedGateUp = true },
        ["glm4"] = new() { PostNorms = true, FusedGateUp = true },
        ["glm4moe"] = new() { AttentionBias = true, QueryKeyNorm = NormWidth.Head, FeedForwardNormName = "post_attention_norm", RouterBias = true },
        ["command-r"] = new() { FeedForwardNorm = false },
        ["cohere2"] = new() { FeedForwardNorm = false },
        ["deepseek2"] = Llama,
        ["gpt-oss"] = new()
        {
            AttentionBias = true,
            OutputBias = true,
            Sinks = true,
            ExpertBias = true,
            NativeMxfp4Experts = true,
            FeedForwardNormName = "post_attention_norm",
        },
        ["hunyuan-moe"] = new() { QueryKeyNorm = NormWidth.Head },
        ["dots1"] = new() { QueryKeyNorm = NormWidth.Head, RouterBias = true },
        ["minimax-m2"] = new() { QueryKeyNorm = NormWidth.All, RouterBias = true },
    }.ToFrozenDictionary();

    /// <summary>Width of a norm on queries and keys.</summary>
    internal enum NormWidth
    {
        /// <summary>None.</summary>
        None,

        /// <summary>One head.</summary>
        Head,

        /// <summary>All heads together.</summary>
        All,

        /// <summary>One row per head.</summary>
        EachHead,
    }

    /// <summary>Biases on queries, keys and values.</summary>
    public bool AttentionBias { get; init; }

    /// <summary>Bias on the attention output.</summary>
    public bool OutputBias { get; init; }

    /// <summary>One matrix for queries, keys and values.</summary>
    public bool FusedQkv { get; init; }

    /// <summary>Queries carry a gate of the same width.</summary>
    public bool GatedQuery { get; init; }

    /// <summary>Gate and up projection in one matrix, named ffn_up.</summary>
    public bool FusedGateUp { get; init; }

    /// <summary>Norms after attention and feed-forward besides those before.</summary>
    public bool PostNorms { get; init; }

    /// <summary>A norm before the feed-forward.</summary>
    public bool FeedForwardNorm { get; init; } = true;

    /// <summary>What llama.cpp calls the norm before the feed-forward.</summary>
    public string FeedForwardNormName { get; init; } = "ffn_norm";

    /// <summary>A bias that corrects the choice of experts.</summary>
    public bool RouterBias { get; init; }

    /// <summary>A gate on the shared experts.</summary>
    public bool SharedExpertGate { get; init; }

    /// <summary>Norms on queries and keys.</summary>
    public NormWidth QueryKeyNorm { get; init; }

    /// <summary>Attention sinks, one number per head.</summary>
    public bool Sinks { get; init; }

    /// <summary>Biases on experts and router.</summary>
    public bool ExpertBias { get; init; }

    /// <summary>Experts are published in MXFP4 and stay so in every quantisation.</summary>
    public bool NativeMxfp4Experts { get; init; }

    /// <summary>The traits of an architecture; unknown ones are laid out like Llama.</summary>
    public static LayoutTraits Of(LlmModel model)
    {
        var traits = Known.GetValueOrDefault(model.Architecture, Llama);
        // Command R+ (64 layers) has norms that Command R (40) has not, one row per head.
        return model is { Architecture: "command-r", Shape.Layers: >= 64 } ? traits with { QueryKeyNorm = NormWidth.EachHead } : traits;
    }
}
