using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Reading;

/// <summary>A number with a unit of one dimension: "24 GiB", "936.2 GB/s".</summary>
/// <typeparam name="T">The unit type that is read.</typeparam>
public sealed class QuantityFormat<T> : ScalarFormat<T>
    where T : struct
{
    private readonly Dimension _dimension;
    private readonly string _unit;
    private readonly double _most;
    private readonly Func<Quantity, T> _convert;

    /// <summary>Quantities of a dimension.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="unit">The unit to suggest: "GiB".</param>
    /// <param name="most">The largest value in base units that can be meant.</param>
    /// <param name="convert">Makes the value of a finite quantity between 0 and <paramref name="most"/>.</param>
    public QuantityFormat(Dimension dimension, string unit, double most, Func<Quantity, T> convert) =>
        (_dimension, _unit, _most, _convert) = (dimension, unit, most, convert);

    /// <inheritdoc/>
    public override T Placeholder => default;

    /// <inheritdoc/>
    protected override string Expected => $"{_dimension}, for example '24 {_unit}'";

    /// <inheritdoc/>
    public override JsonObject Describe() => new()
    {
        ["type"] = "string",
        ["pattern"] = $"^[0-9][0-9_,]*([.][0-9]+)?([eE][+-]?[0-9]+)? ?({string.Join('|', UnitTable.SymbolsOf(_dimension).Select(Regex.Escape))})$",
    };

    /// <inheritdoc/>
    protected override bool TryRead(YamlScalar scalar, ReadContext context, out T value)
    {
        value = default;
        var text = scalar.Text;
        if (!QuantityParser.TryParse(text, out var quantity, out var error)) return UnknownUnit(scalar, context, error);
        if (quantity.Dimension != _dimension)
        {
            if (quantity.Dimension.IsNone && IsBareNumber(text)) context.Report(Slip.Unit, scalar, $"'{Excerpt.Of(text)}' has no unit; expected {_dimension}", $"write '{text.Trim()} {_unit}'", "a unit is never implied");
            else context.Report(Slip.Dimension, scalar, $"'{Excerpt.Of(text)}' is {quantity.Dimension}, not {_dimension}", $"write it in {string.Join(", ", UnitTable.SymbolsOf(_dimension))}");
            return false;
        }

        if (quantity.Value < 0 || quantity.Value > _most || !double.IsFinite(quantity.Value))
        {
            context.Report(Slip.Range, scalar, $"{Excerpt.Of(text)} is out of range: it must be at least 0 and at most {QuantityText.Format(new Quantity(_most, _dimension))}");
            return false;
        }

        value = _convert(quantity);
        return true;
    }

    private bool UnknownUnit(YamlScalar scalar, ReadContext context, string? error)
    {
        var (message, help) = UnitSlips.Explain(scalar.Text, _dimension, _unit, error ?? "");
        context.Report(Slip.Unit, scalar, message, help.Text, help.Why);
        return false;
    }

    private static bool IsBareNumber(string text) => text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] == '.' || char.IsWhiteSpace(text[^1]));
}
