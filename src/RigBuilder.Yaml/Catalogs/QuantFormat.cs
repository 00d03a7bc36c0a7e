using RigBuilder.Domain.Models;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a quantisation is written.</summary>
internal static class QuantFormat
{
    public static MapFormat<Quant> Format { get; } = new("quant", "A quantisation recipe for weight files, as llama.cpp names it.", map => new Quant
    {
        Id = map.Required("id", Formats.Word, "Stable id: the lower-case name.", "q4_k_m"),
        Name = map.Required("name", Formats.Line, "llama.cpp's name.", "Q4_K_M"),
        Aliases = PartFields.Aliases(map),
        BitsPerWeight = map.Required("bits_per_weight", Formats.Number(0.5, 64), "Average bits per weight over a whole file.", "4.89"),
        Type = map.Required("type", Formats.Word, "ggml type of most weight matrices.", "q4_k"),
        OutputType = map.Optional("output_type", Formats.Word, "ggml type of the output matrix, where it differs.", "q6_k"),
        NominalBits = map.Required("nominal_bits", Formats.Number(1, 32), "Nominal bits, for advice such as \"4-bit\".", "4"),
        PerplexityIncreasePercent = map.OptionalValue("perplexity_increase_percent", Formats.Number(-50, 100_000), "Increase of perplexity over F16 for an 8B model.", "0.5"),
        Source = PartFields.Source(map),
        Note = map.Optional("note", Formats.Prose, "What to know before choosing it."),
    });
}
