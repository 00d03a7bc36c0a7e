using System.Text.RegularExpressions;
using RigBuilder.Domain.Models;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How the shape of a model is written.</summary>
internal static partial class ModelShapeFormat
{
    private static readonly Format<int> Width = Formats.Count(1, 10_000_000);
    private static readonly Format<int> WidthOrNone = Formats.Count(0, 10_000_000);
    private static readonly Format<int> Layers = Formats.Count(0, 10_000);

    private static readonly Format<ExpertShape> Experts = new MapFormat<ExpertShape>("mixture of experts", "Mixture of experts.", map => new ExpertShape(
        map.Required("count", Formats.Count(1, 100_000), "Routed experts per layer.", "128"),
        map.Required("used", Formats.Count(1, 100_000), "Routed experts used for a token.", "8"),
        map.Required("ffn", Width, "Width of one routed expert.", "768"),
        map.OrElse("shared_ffn", WidthOrNone, 0, "Total width of the experts that are always used."),
        map.OrElse("dense_first_layers", Layers, 0, "Leading layers with a dense feed-forward."),
        map.OrElse("every_nth", Formats.Count(1, 1000), 1, "Experts sit in every n-th layer."),
        map.OrElse("latent", WidthOrNone, 0, "Width in which routed experts work, between two projections; 0 for the residual stream's.")),
        (experts, check) => check.Require(experts.Used <= experts.Count, "used", "more experts are used than there are"));

    private static readonly Format<SlidingWindow> Sliding = new MapFormat<SlidingWindow>("sliding window", "Sliding-window or chunked attention on some layers.", map => new SlidingWindow(
        map.Required("window", Formats.Count(1), "Tokens a windowed layer sees.", "1024"),
        map.Required("full_layers", Layers, "Layers that see the whole context.", "10"),
        map.OrElse("full_kv_heads", WidthOrNone, 0, "Key/value heads of these layers; leave out when as many as the others have."),
        map.OrElse("full_head_dim", WidthOrNone, 0, "Head width of these layers; leave out when the same."),
        map.OrElse("full_keys_are_values", Formats.Boolean, false, "Whether one matrix gives keys and values there.")));

    private static readonly Format<LatentAttention> Latent = new MapFormat<LatentAttention>("latent attention", "Multi-head latent attention.", map => new LatentAttention(
        map.Required("kv_lora_rank", Width, "Width of the latent.", "512"),
        map.Required("rope_dim", WidthOrNone, "Width of the rotary part cached beside it; 0 without one.", "64"),
        map.OrElse("query_lora_rank", WidthOrNone, 0, "Width of the compressed query; 0 when not compressed."),
        map.OrElse("nope_dim", Width, 128, "Width of a head's part without rotary encoding."),
        map.OrElse("value_dim", Width, 128, "Width of a head's value.")));

    private static readonly Format<RecurrentShape> Recurrent = new MapFormat<RecurrentShape>("set of recurrent layers", "Layers whose state does not grow with the context.", map => new RecurrentShape(
        map.Required("attention_layers", Layers, "Layers that keep a normal key/value cache.", "12"),
        map.Required("state_elements", new WholeNumberFormat(0, 1_000_000_000_000), "Elements of 32-bit state per recurrent layer and sequence.", "1081344")));

    private static readonly Format<Indexer> Indexing = new MapFormat<Indexer>("indexer", "The keys by which sparse attention finds its tokens.", map => new Indexer(
        map.Required("width", Width, "Elements cached per token and layer.", "128"),
        map.Required("layers", Layers, "Layers that keep them.", "61")));

    private static readonly Format<CompressedAttention> Compressed = new MapFormat<CompressedAttention>("compressed attention", "Compressed sparse attention (DeepSeek V4).", map => new CompressedAttention(
        map.Required("window", Formats.Count(1), "Tokens that every layer sees in full.", "128"),
        map.Required("query_rank", Width, "Width of the compressed query.", "1024"),
        map.Required("output_rank", Width, "Width of each group's compressed output.", "1024"),
        map.Required("output_groups", Formats.Count(1, 1000), "Groups of heads whose output is compressed together.", "8"),
        map.Required("fine_layers", Layers, "Layers with one entry for 4 tokens.", "21"),
        map.Required("coarse_layers", Layers, "Layers with one entry for 128 tokens.", "20"),
        map.Required("indexer_width", Width, "Elements of a fine entry's index key.", "128"),
        map.Required("picked", Formats.Count(1), "Fine entries that a token attends to.", "512")));

    private static readonly PatternFormat BlockPattern = new(Slip.Text, BlockLetters(), "one letter a layer: '*' attention, 'M' state, 'E' experts, '-' dense feed-forward", longest: 1000);

    public static MapFormat<ModelShape> Format { get; } = new("shape", "The numbers that decide tensors, caches and work per token.", Make, Check);

    private static ModelShape Make(YamlMap map) => new()
    {
        Layers = map.Required("layers", Formats.Count(1, 10_000), "Transformer blocks.", "32"),
        Hidden = map.Required("hidden", Width, "Width of the residual stream.", "4096"),
        Heads = map.Required("heads", Formats.Count(1, 100_000), "Query heads.", "32"),
        KvHeads = map.Required("kv_heads", Formats.Count(1, 100_000), "Key/value heads; equal to heads without grouping.", "8"),
        HeadDim = map.Required("head_dim", Width, "Width of a head.", "128"),
        Ffn = map.Required("ffn", WidthOrNone, "Width of the dense feed-forward layer; 0 when every layer is a mixture of experts.", "14336"),
        Vocab = map.Required("vocab", Formats.Count(1), "Vocabulary size.", "128256"),
        TiedEmbeddings = map.OrElse("tied_embeddings", Formats.Boolean, false, "Whether the output matrix is the embedding matrix."),
        Experts = map.Optional("experts", Experts, "Mixture of experts; leave out for dense models."),
        SlidingWindow = map.Optional("sliding_window", Sliding, "Leave out when all layers see the whole context."),
        Latent = map.Optional("latent", Latent, "Multi-head latent attention (DeepSeek)."),
        Recurrent = map.Optional("recurrent", Recurrent, "Recurrent or linear-attention layers."),
        Blocks = map.Optional("blocks", BlockPattern, "What each layer is, where it is either mixing or feed-forward; leave out when every layer has both."),
        GatedFfn = map.OrElse("gated_ffn", Formats.Boolean, true, "Whether feed-forwards have a gate; without it they have two matrices."),
        SharedCacheLayers = map.OrElse("shared_cache_layers", Layers, 0, "Last layers that read the cache of earlier ones and keep none."),
        RowParameters = map.OrElse("row_parameters", Formats.Number(0, 1e13), 0, "Elements of tables of which a token reads a few rows (embeddings per layer, n-grams); they stay in system memory."),
        Indexer = map.Optional("indexer", Indexing, "The keys by which sparse attention finds its tokens (DeepSeek V3.2, GLM-5, MiniMax M3)."),
        Compressed = map.Optional("compressed", Compressed, "Compressed sparse attention (DeepSeek V4)."),
    };

    private static void Check(ModelShape shape, MapCheck check)
    {
        check.Require(shape.KvHeads <= shape.Heads, "kv_heads", "there are more key/value heads than query heads");
        check.Require(shape.Ffn > 0 || shape.Experts is not null, "ffn", "a shape without experts needs a feed-forward width");
        check.Require((shape.SlidingWindow?.FullLayers ?? 0) <= shape.Layers, "sliding_window", "more layers see the whole context than there are");
        check.Require((shape.Recurrent?.AttentionLayers ?? 0) <= shape.Layers, "recurrent", "more layers keep a cache than there are");
        check.Require((shape.Experts?.DenseFirstLayers ?? 0) <= shape.Layers, "experts", "more layers are dense than there are");
        check.Require(shape.Blocks is null || shape.Blocks.Length == shape.Layers, "blocks", $"{shape.Blocks?.Length} letters stand for {shape.Layers} layers", "write one letter a layer");
        check.Require(shape.SharedCacheLayers < shape.Layers, "shared_cache_layers", "no layer would keep a cache");
        check.Require((shape.Indexer?.Layers ?? 0) <= shape.Layers, "indexer", "more layers keep index keys than there are");
        check.Require((shape.Compressed?.FineLayers ?? 0) + (shape.Compressed?.CoarseLayers ?? 0) <= shape.Layers, "compressed", "more layers are compressed than there are");
    }

    [GeneratedRegex("^[*ME-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockLetters();
}
