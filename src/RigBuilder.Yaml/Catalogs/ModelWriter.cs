using System.Globalization;
using System.Text;
using RigBuilder.Domain.Models;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>Writes a model as a catalog file. What it writes, <see cref="CatalogReader"/> reads back, where the model is one that catalogs take.</summary>
public static class ModelWriter
{
    /// <summary>The text of a catalog file with one model.</summary>
    public static string Write(LlmModel model)
    {
        var text = new StringBuilder("models:\n");
        void Line(string key, string value) => text.Append(text.Length > 8 ? "    " : "  - ").Append(key).Append(": ").Append(value).Append('\n');
        Line("id", model.Id);
        Line("name", YamlText.Quote(model.Name));
        if (!model.Aliases.IsEmpty) Line("aliases", $"[{string.Join(", ", model.Aliases.Select(YamlText.Quote))}]");
        Line("family", YamlText.Quote(model.Family));
        Line("architecture", model.Architecture);
        Line("parameters", Billions(model.Parameters));
        if (model.ActiveParameters < model.Parameters) Line("active_parameters", Billions(model.ActiveParameters));
        Line("trained_context", Whole(model.TrainedContext));
        Line("shape", Shape(model.Shape));
        if (!model.FileSizes.IsEmpty)
            Line("file_sizes", $"{{ {string.Join(", ", model.FileSizes.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key}: {f.Value.Count / 1e9:0.#########} GB")))} }}");
        if (model.OllamaQuant is { } quant) Line("ollama_quant", quant);
        if (!model.Uses.IsEmpty) Line("uses", $"[{string.Join(", ", model.Uses.Select(u => u.ToString().ToLowerInvariant()))}]");
        if (model.Licence is { } licence) Line("licence", YamlText.Quote(licence));
        if (model.Released is { } released) Line("released", YamlText.Quote(released));
        if (model.Source is { } source) Line("source", YamlText.Quote(source));
        if (model.Note is { } note) Line("note", YamlText.Quote(note));
        return text.ToString();
    }

    private static string Shape(ModelShape shape)
    {
        var fields = new List<string>
        {
            $"layers: {Whole(shape.Layers)}", $"hidden: {Whole(shape.Hidden)}", $"heads: {Whole(shape.Heads)}", $"kv_heads: {Whole(shape.KvHeads)}", $"head_dim: {Whole(shape.HeadDim)}",
            $"ffn: {Whole(shape.Ffn)}", $"vocab: {Whole(shape.Vocab)}", $"tied_embeddings: {(shape.TiedEmbeddings ? "true" : "false")}",
        };
        if (shape.Experts is { } e)
            fields.Add(Map("experts", ("count", e.Count, -1), ("used", e.Used, -1), ("ffn", e.Ffn, -1), ("shared_ffn", e.SharedFfn, 0), ("dense_first_layers", e.DenseFirstLayers, 0), ("every_nth", e.EveryNth, 1), ("latent", e.Latent, 0)));
        if (shape.SlidingWindow is { } w)
            fields.Add(Map("sliding_window", ("window", w.Window, -1), ("full_layers", w.FullLayers, -1), ("full_kv_heads", w.FullKvHeads, 0), ("full_head_dim", w.FullHeadDim, 0)).TrimEnd('}') + (w.FullKeysAreValues ? ", full_keys_are_values: true }" : "}"));
        if (shape.Latent is { } l)
            fields.Add(Map("latent", ("kv_lora_rank", l.KvLoraRank, -1), ("rope_dim", l.RopeDim, -1), ("query_lora_rank", l.QueryLoraRank, 0), ("nope_dim", l.NopeDim, 128), ("value_dim", l.ValueDim, 128)));
        if (shape.Recurrent is { } r) fields.Add(Map("recurrent", ("attention_layers", r.AttentionLayers, -1), ("state_elements", r.StateElements, -1)));
        if (shape.Blocks is { } blocks) fields.Add($"blocks: {YamlText.Quote(blocks)}");
        if (!shape.GatedFfn) fields.Add("gated_ffn: false");
        if (shape.SharedCacheLayers > 0) fields.Add($"shared_cache_layers: {Whole(shape.SharedCacheLayers)}");
        if (shape.RowParameters > 0) fields.Add($"row_parameters: {Billions(shape.RowParameters)}");
        if (shape.Indexer is { } i) fields.Add(Map("indexer", ("width", i.Width, -1), ("layers", i.Layers, -1)));
        if (shape.Compressed is { } c)
            fields.Add(Map("compressed", ("window", c.Window, -1), ("query_rank", c.QueryRank, -1), ("output_rank", c.OutputRank, -1), ("output_groups", c.OutputGroups, -1), ("fine_layers", c.FineLayers, -1), ("coarse_layers", c.CoarseLayers, -1), ("indexer_width", c.IndexerWidth, -1), ("picked", c.Picked, -1)));
        return $"{{ {string.Join(", ", fields)} }}";
    }

    // A value that readers take for granted is left out.
    private static string Map(string key, params ReadOnlySpan<(string Key, long Value, long Usual)> fields)
    {
        var written = new List<string>();
        foreach (var (name, value, usual) in fields)
            if (value != usual) written.Add($"{name}: {value.ToString(CultureInfo.InvariantCulture)}");
        return $"{key}: {{ {string.Join(", ", written)} }}";
    }

    private static string Billions(double parameters) => string.Create(CultureInfo.InvariantCulture, $"{parameters / 1e9:0.000###}e9");

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
