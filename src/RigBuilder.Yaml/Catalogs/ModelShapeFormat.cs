using RigBuilder.Domain.Models;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How the shape of a model is written.</summary>
internal static class ModelShapeFormat
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
        map.OrElse("every_nth", Formats.Count(1, 1000), 1, "Experts sit in every n-th layer.")),
        (experts, check) => check.Require(experts.Used <= experts.Count, "used", "more experts are used than there are"));

    private static readonly Format<SlidingWindow> Sliding = new MapFormat<SlidingWindow>("sliding window", "Sliding-window or chunked attention on some layers.", map => new SlidingWindow(
        map.Required("window", Formats.Count(1), "Tokens a windowed layer sees.", "1024"),
        map.Required("full_layers", Layers, "Layers that see the whole context.", "10"),
        map.OrElse("full_kv_heads", WidthOrNone, 0, "Key/value heads of these layers; leave out when as many as the others have."),
        map.OrElse("full_head_dim", WidthOrNone, 0, "Head width of these layers; leave out when the same."),
        map.OrElse("full_keys_are_values", Formats.Boolean, false, "Whether one matrix gives keys and values there.")));

    private static readonly Format<LatentAttention> Latent = new MapFormat<LatentAttention>("latent attention", "Multi-head latent attention.", map => new LatentAttention(
        map.Required("kv_lora_rank", Width, "Width of the latent.", "512"),
        map.Required("rope_dim", Width, "Width of the rotary part cached beside it.", "64"),
        map.OrElse("query_lora_rank", WidthOrNone, 0, "Width of the compressed query; 0 when not compressed."),
        map.OrElse("nope_dim", Width, 128, "Width of a head's part without rotary encoding."),
        map.OrElse("value_dim", Width, 128, "Width of a head's value.")));

    private static readonly Format<RecurrentShape> Recurrent = new MapFormat<RecurrentShape>("set of recurrent layers", "Layers whose state does not grow with the context.", map => new RecurrentShape(
        map.Required("attention_layers", Layers, "Layers that keep a normal key/value cache.", "12"),
        map.Required("state_elements", new WholeNumberFormat(0, 1_000_000_000_000), "Elements of 32-bit state per recurrent layer and sequence.", "1081344")));

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
    };

    private static void Check(ModelShape shape, MapCheck check)
    {
        check.Require(shape.KvHeads <= shape.Heads, "kv_heads", "there are more key/value heads than query heads");
        check.Require(shape.Ffn > 0 || shape.Experts is not null, "ffn", "a shape without experts needs a feed-forward width");
        check.Require((shape.SlidingWindow?.FullLayers ?? 0) <= shape.Layers, "sliding_window", "more layers see the whole context than there are");
        check.Require((shape.Recurrent?.AttentionLayers ?? 0) <= shape.Layers, "recurrent", "more layers keep a cache than there are");
        check.Require((shape.Experts?.DenseFirstLayers ?? 0) <= shape.Layers, "experts", "more layers are dense than there are");
    }
}
