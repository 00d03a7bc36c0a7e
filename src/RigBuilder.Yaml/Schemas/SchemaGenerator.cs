using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Rigs;
using RigBuilder.Yaml.Rules;

namespace RigBuilder.Yaml.Schemas;

/// <summary>
/// Makes the JSON Schemas (draft 2020-12) in catalog/schema from the declarations that drive the readers, so that editors
/// complete and check files while they are written.
/// </summary>
public static class SchemaGenerator
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every kind of file that has a schema. A new kind of file gets its schema by one line here.</summary>
    public static ImmutableArray<SchemaFile> Files { get; } =
    [
        .. CatalogSections.All.Select(Section),
        SchemaFile.Of("calibration", "Constants of the prediction", CalibrationFormat.Format),
        SchemaFile.Of("rig", "A rig", RigFormat.Format),
        SchemaFile.Of("rule", "A rule", RuleReader.File),
    ];

    /// <summary>The text of a schema file.</summary>
    public static string Generate(SchemaFile file)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = file.Title };
        foreach (var (key, value) in file.Describe()) schema[key] = value?.DeepClone();
        return schema.ToJsonString(Layout) + "\n";
    }

    private static SchemaFile Section(CatalogSection section) => new($"{section.Key}.schema.json", section.Title, () => new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [section.Key] = new JsonObject { ["type"] = "array", ["items"] = section.Format.Describe() } },
        ["required"] = new JsonArray(section.Key),
        ["additionalProperties"] = false,
    });
}
