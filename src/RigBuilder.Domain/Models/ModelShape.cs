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

/// <summary>Mixture of experts.</summary>
/// <param name="Count">Routed experts per layer.</param>
/// <param name="Used">Routed experts used for a token.</param>
/// <param name="Ffn">Width of one routed expert.</param>
/// <param name="SharedFfn">Total width of the experts that are always used; 0 when none.</param>
/// <param name="DenseFirstLayers">Leading layers that have a dense feed-forward instead of experts.</param>
/// <param name="EveryNth">Experts sit in every n-th layer (1 = every layer; Llama 4 Maverick 2).</param>
public sealed record ExpertShape(int Count, int Used, int Ffn, int SharedFfn = 0, int DenseFirstLayers = 0, int EveryNth = 1);

/// <summary>Sliding-window (or chunked) attention on some layers.</summary>
/// <param name="Window">Tokens a windowed layer sees.</param>
/// <param name="FullLayers">Number of layers that see the whole context.</param>
/// <param name="FullKvHeads">Key/value heads of the layers that see the whole context; 0 when as many as the others have.</param>
/// <param name="FullHeadDim">Head width of these layers; 0 when the same.</param>
/// <param name="FullKeysAreValues">Whether one matrix gives keys and values there (Gemma 4); the cache holds both all the same.</param>
public sealed record SlidingWindow(int Window, int FullLayers, int FullKvHeads = 0, int FullHeadDim = 0, bool FullKeysAreValues = false);

/// <summary>Multi-head latent attention: one compressed key/value per token and layer.</summary>
/// <param name="KvLoraRank">Width of the latent.</param>
/// <param name="RopeDim">Width of the rotary part that is cached beside it.</param>
/// <param name="QueryLoraRank">Width of the compressed query; 0 when queries are not compressed.</param>
/// <param name="NopeDim">Width of a head's part without rotary encoding.</param>
/// <param name="ValueDim">Width of a head's value.</param>
public sealed record LatentAttention(int KvLoraRank, int RopeDim, int QueryLoraRank = 0, int NopeDim = 128, int ValueDim = 128);

/// <summary>Layers whose state does not grow with the context.</summary>
/// <param name="AttentionLayers">Layers that do keep a normal key/value cache.</param>
/// <param name="StateElements">Elements of 32-bit state per recurrent layer and sequence.</param>
public sealed record RecurrentShape(int AttentionLayers, long StateElements);
