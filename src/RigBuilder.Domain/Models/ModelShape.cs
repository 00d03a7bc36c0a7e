namespace RigBuilder.Domain.Models;

/// <summary>The numbers that decide a transformer's tensors, caches and work per token.</summary>
public sealed record ModelShape
{
    /// <summary>Transformer blocks.</summary>
    public required int Layers { get; init; }

    /// <summary>Width of the residual stream (embedding length).</summary>
    public required int Hidden { get; init; }

    /// <summary>Query heads.</summary>
    public required int Heads { get; init; }

    /// <summary>Key/value heads (GQA); equal to <see cref="Heads"/> for MHA.</summary>
    public required int KvHeads { get; init; }

    /// <summary>Width of a head.</summary>
    public required int HeadDim { get; init; }

    /// <summary>Width of the dense feed-forward layer; 0 when every layer is a mixture of experts.</summary>
    public required int Ffn { get; init; }

    /// <summary>Vocabulary size.</summary>
    public required int Vocab { get; init; }

    /// <summary>Whether the output matrix is the embedding matrix.</summary>
    public bool TiedEmbeddings { get; init; }

    /// <summary>Mixture of experts, or null for dense models.</summary>
    public ExpertShape? Experts { get; init; }

    /// <summary>Sliding-window attention, or null when all layers see the whole context.</summary>
    public SlidingWindow? SlidingWindow { get; init; }

    /// <summary>Multi-head latent attention (DeepSeek), or null.</summary>
    public LatentAttention? Latent { get; init; }

    /// <summary>Recurrent or linear-attention layers (Qwen3-Next, Mamba, LFM2), or null.</summary>
    public RecurrentShape? Recurrent { get; init; }
}
