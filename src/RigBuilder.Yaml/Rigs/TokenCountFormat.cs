using System.Text.Json.Nodes;
using RigBuilder.Domain.Naming;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Rigs;

/// <summary>A number of tokens, 1 or more: 8192, 8_192, 128k.</summary>
/// <param name="most">The largest there is.</param>
internal sealed class TokenCountFormat(int most) : ScalarFormat<int>
{
    /// <summary>What the texts look like, in schemas.</summary>
    public const string Pattern = "^[0-9][0-9_,.]*\\s*[kKmM]?$";

    private readonly Format<int> _plain = Formats.Count(1, most);

    /// <inheritdoc/>
    public override int Placeholder => 1;

    /// <inheritdoc/>
    protected override string Expected => "a number of tokens";

    /// <inheritdoc/>
    public override JsonObject Describe() => new()
    {
        ["anyOf"] = new JsonArray(_plain.Describe(), new JsonObject { ["type"] = "string", ["pattern"] = Pattern }),
    };

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, ReadContext context, out int value)
    {
        if (scalar.Text.Length > 0 && char.ToUpperInvariant(scalar.Text.TrimEnd()[^1]) is 'K' or 'M' && TokenCount.TryParse(scalar.Text, out value) && value <= most) return true;
        return _plain.TryRead(scalar, context, out value);
    }
}
