using System.Globalization;
using System.Text.Json.Nodes;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A plain number within a range, such as 8.03e9; "_" may group digits. Never infinite or NaN.</summary>
/// <param name="least">Smallest value.</param>
/// <param name="most">Largest value.</param>
public sealed class NumberFormat(double least, double most) : ScalarFormat<double>
{
    /// <inheritdoc/>
    public override double Placeholder => least;

    /// <inheritdoc/>
    protected override string Expected => "a number";

    /// <inheritdoc/>
    public override JsonObject Describe() => new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most };

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, ReadContext context, out double value)
    {
        var text = scalar.Text.Replace("_", "", StringComparison.Ordinal);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            context.Report(Slip.Number, scalar, $"'{Excerpt.Of(scalar.Text)}' is not a number", text.Contains(',', StringComparison.Ordinal) ? "write a point for decimals, for example 8.03" : null);
            value = least;
            return false;
        }

        if (value >= least && value <= most) return true;
        context.Report(Slip.Range, scalar, string.Create(CultureInfo.InvariantCulture, $"{Excerpt.Of(scalar.Text)} is out of range: it must be at least {least} and at most {most}"));
        return false;
    }
}
