using System.Text.Json.Nodes;

namespace RigBuilder.Yaml.Reading;

/// <summary>How a kind of value is written: the source of its reader and of its JSON Schema.</summary>
public abstract class AnyFormat
{
    /// <summary>The JSON Schema (2020-12) of a value in this format; a new object on every call.</summary>
    public abstract JsonObject Describe();
}

/// <summary>A key of a mapping as its format declares it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Format">How its value is written.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Doc">One sentence about it.</param>
/// <param name="Example">A value as written in YAML, or null.</param>
public sealed record FieldDeclaration(string Key, AnyFormat Format, bool IsRequired, string Doc, string? Example);
