using System.Globalization;
using System.Text.Json.Nodes;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A multiple such as "1.8x" or "1.8".</summary>
internal sealed class FactorFormat(double least, double most) : ScalarFormat<double>
{
    public override double Placeholder => least;

    protected override string Expected => "a multiple, for example 1.8x";

    public override JsonObject Describe() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+([.][0-9]+)? ?x$" },
            new JsonObject { ["type"] = "number", ["minimum"] = least, ["maximum"] = most }),
    };

    protected override bool TryRead(YamlScalar scalar, ReadContext context, out double value)
    {
        value = least;
        if (!QuantityParser.TryParse(scalar.Text, out var quantity, out var error) || !quantity.Dimension.IsNone)
        {
            context.Report(Slip.Number, scalar, error ?? $"'{Excerpt.Of(scalar.Text)}' is {quantity.Dimension}, not a multiple", "write for example 1.8x");
            return false;
        }

        if (quantity.Value >= least && quantity.Value <= most)
        {
            value = quantity.Value;
            return true;
        }

        context.Report(Slip.Range, scalar, string.Create(CultureInfo.InvariantCulture, $"{Excerpt.Of(scalar.Text)} is out of range: it must be at least {least} and at most {most}"));
        return false;
    }
}
