using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>The keys that every part has.</summary>
internal static class PartFields
{
    public static string Id(YamlMap map) => map.Required("id", Formats.Id, "Stable kebab-case id, unique within the kind.", "my-part");

    public static string Name(YamlMap map) => map.Required("name", Formats.Line, "Full retail name.", "Maker Product 1000");

    public static ImmutableArray<string> Aliases(YamlMap map) => map.OrElse("aliases", CommonFormats.Aliases, [], "Other exact names under which it is found.");

    public static Price? Price(YamlMap map) => map.Optional("price", CommonFormats.Price, "A typical price with its date.", "{ amount: 899 USD, as_of: 2025-07, condition: new }");

    public static int? Released(YamlMap map) => map.OptionalValue("released", Formats.Year, "Year of release.", "2020");

    public static string? Source(YamlMap map) => map.Optional("source", Formats.Prose, "Where the figures come from.");

    public static string? Note(YamlMap map) => map.Optional("note", Formats.Prose, "Anything a buyer should know, in one or two sentences.");
}
