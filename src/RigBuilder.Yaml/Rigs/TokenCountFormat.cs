using System.Text.Json.Nodes;
using RigBuilder.Domain.Naming;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Rigs;

/// <summary>A number of tokens, 1 or more: 8192, 8_192, 128k.</summary>
internal sealed class TokenCountFormat : ScalarFormat<int>
{
    private static readonly Format<int> Plain = Formats.Count(1);

    /// <inheritdoc/>
    public override int Placeholder => 1;

    /// <inheritdoc/>
    protected override string Expected => "a number of tokens";

    /// <inheritdoc/>
    public override JsonObject Describe() => new()
    {
        ["anyOf"] = new JsonArray(Plain.Describe(), new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9][0-9_,.]*\\s*[kKmM]?$" }),
    };

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, ReadContext context, out int value)
    {
        if (scalar.Text.Length > 0 && char.ToUpperInvariant(scalar.Text.TrimEnd()[^1]) is 'K' or 'M' && TokenCount.TryParse(scalar.Text, out value)) return true;
        return Plain.TryRead(scalar, context, out value);
    }
}
