using System.Globalization;
using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A whole number within a range; "_" may group digits.</summary>
/// <param name="least">Smallest value.</param>
/// <param name="most">Largest value.</param>
public sealed class WholeNumberFormat(long least, long most) : ScalarFormat<long>
{
    /// <inheritdoc/>
    public override long Placeholder => least;

    /// <inheritdoc/>
    protected override string Expected => "a whole number";

    /// <inheritdoc/>
    public override JsonObject Describe() => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, ReadContext context, out long value)
    {
        var text = scalar.Text.Replace("_", "", StringComparison.Ordinal);
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number != decimal.Truncate(number))
        {
            value = least;
            var huge = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && Math.Abs(size) > 1e28;
            if (huge) context.Report(Slip.Range, scalar, Range(scalar.Text));
            else context.Report(Slip.Number, scalar, $"'{Excerpt.Of(scalar.Text)}' is not a whole number", HelpFor(text));
            return false;
        }

        if (number >= least && number <= most)
        {
            value = (long)number;
            return true;
        }

        context.Report(Slip.Range, scalar, Range(scalar.Text));
        value = least;
        return false;
    }

    private string Range(string text) => $"{Excerpt.Of(text)} is out of range: it must be at least {least}" + (most < long.MaxValue ? $" and at most {most}" : "");

    private static string? HelpFor(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < text.Length && text[digits] is not ('.' or ',' or 'k' or 'K' or 'm' or 'M') ? $"this is a count without a unit: write {text[..digits]}" : null;
    }
}
