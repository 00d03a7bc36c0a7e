using System.Text.Json.Nodes;

namespace RigBuilder.Yaml.Reading;

/// <summary>How a kind of value is written: the source of its reader and of its JSON Schema.</summary>
public abstract class AnyFormat
{
    /// <summary>The JSON Schema (2020-12) of a value in this format; a new object on every call.</summary>
    public abstract JsonObject Describe();
}
