using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A text without control characters (a terminal would obey them), at most <paramref name="longest"/> long.</summary>
/// <param name="severalLines">Whether line breaks are allowed.</param>
/// <param name="longest">Most characters.</param>
public sealed class TextFormat(bool severalLines = false, int longest = 200) : ScalarFormat<string>
{
    /// <inheritdoc/>
    public override string Placeholder => "";

    /// <inheritdoc/>
    protected override string Expected => "a text";

    /// <inheritdoc/>
    public override JsonObject Describe() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest };

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, ReadContext context, out string value)
    {
        value = scalar.Text.Trim();
        var problem = value.Length == 0 ? "the text is empty"
            : value.Length > longest ? $"the text has {value.Length} characters, more than {longest}"
            : value.Any(IsForbidden) ? "the text holds control characters" + (severalLines ? "" : " or line breaks")
            : null;
        if (problem is null) return true;
        context.Report(Slip.Text, scalar, problem);
        return false;
    }

    private bool IsForbidden(char c) => char.IsControl(c) && !(severalLines && c is '\n' or '\t');
}
