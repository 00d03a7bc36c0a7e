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

    /// <summary>
    /// One letter a layer where a layer is either mixing or feed-forward (Nemotron-H's pattern): "*" attention, "M" state, "E" experts, "-" dense
    /// feed-forward; null where every layer has both.
    /// </summary>
    public string? Blocks { get; init; }

    /// <summary>Whether feed-forwards have a gate beside the up and down projection (SwiGLU); without it they have two matrices (squared ReLU).</summary>
    public bool GatedFfn { get; init; } = true;

    /// <summary>Last layers that read the cache of earlier ones and keep none (Gemma 3n, Gemma 4 E).</summary>
    public int SharedCacheLayers { get; init; }

    /// <summary>Elements of tables of which a token reads a few rows (embeddings per layer, n-grams); llama.cpp keeps them in system memory.</summary>
    public double RowParameters { get; init; }

    /// <summary>The keys by which sparse attention finds its tokens (DeepSeek V3.2, GLM-5, MiniMax M3), or null.</summary>
    public Indexer? Indexer { get; init; }

    /// <summary>Compressed sparse attention (DeepSeek V4), or null.</summary>
    public CompressedAttention? Compressed { get; init; }
}

/// <summary>Mixture of experts.</summary>
/// <param name="Count">Routed experts per layer.</param>
/// <param name="Used">Routed experts used for a token.</param>
/// <param name="Ffn">Width of one routed expert.</param>
/// <param name="SharedFfn">Total width of the experts that are always used; 0 when none.</param>
/// <param name="DenseFirstLayers">Leading layers that have a dense feed-forward instead of experts.</param>
/// <param name="EveryNth">Experts sit in every n-th layer (1 = every layer; Llama 4 Maverick 2).</param>
/// <param name="Latent">Width in which routed experts work, between two projections (Nemotron 3 Super, Kimi K3); 0 for that of the residual stream.</param>
public sealed record ExpertShape(int Count, int Used, int Ffn, int SharedFfn = 0, int DenseFirstLayers = 0, int EveryNth = 1, int Latent = 0);

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
/// <param name="AttentionLayers">Layers that do keep a normal key/value cache; as many as there are where every layer keeps both (Falcon-H1).</param>
/// <param name="StateElements">Elements of 32-bit state per recurrent layer and sequence.</param>
public sealed record RecurrentShape(int AttentionLayers, long StateElements);

/// <summary>Sparse attention's second cache: keys of one narrow head (llama.cpp: "indexer KV cache").</summary>
/// <param name="Width">Elements per token and layer: the head, twice where values are cached with it (MiniMax M3).</param>
/// <param name="Layers">Layers that keep one.</param>
public sealed record Indexer(int Width, int Layers);

/// <summary>
/// DeepSeek V4's attention: every layer sees a window; fine layers also see one entry for four tokens, picked by an indexer, coarse ones one for 128.
/// Keys alone are cached, one head wide. Source: llama.cpp, llama-model.cpp and llama-kv-cache-*.cpp for "deepseek4".
/// </summary>
/// <param name="Window">Tokens of the window.</param>
/// <param name="QueryRank">Width of the compressed query.</param>
/// <param name="OutputRank">Width of each group's compressed output.</param>
/// <param name="OutputGroups">Groups of heads whose output is compressed together.</param>
/// <param name="FineLayers">Layers with one entry for four tokens.</param>
/// <param name="CoarseLayers">Layers with one entry for 128 tokens.</param>
/// <param name="IndexerWidth">Elements of a fine entry's index key.</param>
/// <param name="Picked">Fine entries that a token attends to.</param>
public sealed record CompressedAttention(int Window, int QueryRank, int OutputRank, int OutputGroups, int FineLayers, int CoarseLayers, int IndexerWidth, int Picked)
{
    /// <summary>Tokens of a fine entry.</summary>
    public const int FineRatio = 4;

    /// <summary>Tokens of a coarse entry.</summary>
    public const int CoarseRatio = 128;
}
