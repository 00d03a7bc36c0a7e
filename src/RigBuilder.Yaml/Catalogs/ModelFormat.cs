using System.Collections.Immutable;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a language model is written.</summary>
internal static class ModelFormat
{
    private static readonly Format<double> Parameters = Formats.Number(1e5, 1e14);

    private static readonly Format<ImmutableArray<KeyValuePair<string, Bytes>>> FileSizes = new EntriesFormat<Bytes>(Formats.Word, Quantities.Bytes);

    public static MapFormat<LlmModel> Format { get; } = new("model", "A large language model.", Make, Check);

    private static LlmModel Make(YamlMap map)
    {
        var parameters = map.Required("parameters", Parameters, "All parameters, experts included.", "8.03e9");
        return new LlmModel
        {
            Id = map.Required("id", Formats.Id, "Stable kebab-case id.", "llama-3.1-8b"),
            Name = map.Required("name", Formats.Line, "Published name.", "Llama 3.1 8B"),
            Aliases = PartFields.Aliases(map),
            Family = map.Required("family", Formats.Line, "Family.", "Llama 3.1"),
            Architecture = map.Required("architecture", Formats.Word, "llama.cpp architecture name.", "llama"),
            Parameters = parameters,
            ActiveParameters = map.OptionalValue("active_parameters", Parameters, "Parameters used for one token; leave out for dense models.", "3.3e9") ?? parameters,
            TrainedContext = map.Required("trained_context", Formats.Count(1, 1_000_000_000), "Context length it was trained for, in tokens.", "131072"),
            Shape = map.Required("shape", ModelShapeFormat.Format, "Shape of its layers.", "{ layers: 32, hidden: 4096, heads: 32, kv_heads: 8, head_dim: 128, ffn: 14336, vocab: 128256 }"),
            FileSizes = map.OrElse("file_sizes", FileSizes, [], "Published GGUF file sizes by quant id.", "{ q4_k_m: 4.92 GB }").ToImmutableDictionary(StringComparer.Ordinal),
            OllamaQuant = map.Optional("ollama_quant", Formats.Word, "Quant that a tag of Ollama's library means when it names none; left out: q4_k_m.", "q4_0"),
            Uses = map.OrElse("uses", Formats.ListOf(CatalogWords.ModelUses, distinct: true), [], "What it is made for."),
            Licence = map.Optional("licence", Formats.Line, "Licence of its weights.", "Apache-2.0"),
            Released = map.Optional("released", Formats.Month, "Month of its release.", "2025-07"),
            Source = PartFields.Source(map),
            Note = map.Optional("note", Formats.Prose, "Anything a user should know."),
        };
    }

    private static void Check(LlmModel model, MapCheck check)
    {
        check.Require(model.ActiveParameters <= model.Parameters, "active_parameters", "more parameters are active than there are");
        check.Require(model.Shape.Experts is not null || model.ActiveParameters == model.Parameters, "active_parameters", "a model without experts uses all its parameters",
            "add 'experts' to the shape, or remove active_parameters");
    }
}
