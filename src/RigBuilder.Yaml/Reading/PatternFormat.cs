using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A text of a fixed form: an id, a month.</summary>
/// <param name="slip">How a mismatch is reported.</param>
/// <param name="pattern">The form; anchored at both ends, valid in JSON Schema as well; generated at build time, since making one costs more than reading a catalog.</param>
/// <param name="expected">What is expected in words: "an id in kebab-case, for example rtx-3090".</param>
/// <param name="longest">Characters that it may have.</param>
public sealed class PatternFormat(Slip slip, Regex pattern, string expected, int longest = 100) : ScalarFormat<string>
{
    /// <inheritdoc/>
    public override string Placeholder => "";

    /// <inheritdoc/>
    protected override string Expected => expected;

    /// <inheritdoc/>
    public override JsonObject Describe() => new() { ["type"] = "string", ["pattern"] = pattern.ToString() };

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, ReadContext context, out string value)
    {
        value = scalar.Text;
        if (value.Length <= longest && pattern.IsMatch(value) && !value.EndsWith('\n')) return true;
        context.Report(slip, scalar, $"'{Excerpt.Of(value)}' is not {expected}");
        return false;
    }
}
