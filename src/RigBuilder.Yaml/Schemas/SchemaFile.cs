using System.Text.Json.Nodes;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Schemas;

/// <summary>The JSON Schema of a kind of file.</summary>
/// <param name="Name">File name without folder: "gpus.schema.json".</param>
/// <param name="Title">What such a file holds.</param>
/// <param name="Describe">Makes the schema of the whole file.</param>
public sealed record SchemaFile(string Name, string Title, Func<JsonObject> Describe)
{
    /// <summary>The schema of files that are one value.</summary>
    public static SchemaFile Of(string stem, string title, AnyFormat format) => new($"{stem}.schema.json", title, format.Describe);
}
