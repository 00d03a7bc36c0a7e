using RigBuilder.Domain;
using RigBuilder.Domain.Units;

namespace RigBuilder.Yaml.Reading;

/// <summary>Explains the common slips with units.</summary>
internal static class UnitSlips
{
    private const string DecimalOrBinary = "GB is 10^9 and GiB is 2^30 bytes: memory is counted in GiB, drives and bandwidth in GB";

    /// <summary>What is wrong with a quantity that <see cref="QuantityParser"/> does not take.</summary>
    public static (string Message, (string? Text, string? Why) Help) Explain(string text, Dimension dimension, string unit, string error)
    {
        var symbol = text.Trim().TrimStart("+-0123456789.,_eE ".ToCharArray());
        var digits = text.AsSpan().Trim()[..^symbol.Length].ContainsAnyInRange('0', '9');
        if (!digits || symbol.Length == 0 || UnitTable.TryFind(symbol, out _))
            return ($"'{Excerpt.Of(text)}' is not a number with a unit; expected {dimension}", ($"write for example '24 {unit}'", null));
        var message = $"unknown unit '{Excerpt.Of(symbol)}'; expected {dimension}";
        if (symbol is "G" or "M" or "K" or "T" or "g" or "m" or "k" or "t")
            return (message, ($"write '{symbol.ToUpperInvariant()}{(dimension == Dimension.Bandwidth ? "B/s" : "iB")}' or another unit of {string.Join(", ", UnitTable.SymbolsOf(dimension))}", DecimalOrBinary));
        if (symbol.EndsWith("b/s", StringComparison.Ordinal) || symbol.EndsWith("bps", StringComparison.Ordinal))
            return (message, ($"write '{symbol[..1].ToUpperInvariant()}B/s'; divide by 8 when bits are meant", "a small b stands for bits"));
        var units = UnitTable.SymbolsOf(dimension).ToArray();
        var nearest = Spelling.Nearest(symbol, units, 2) ?? (error.Length == 0 ? null : UnitTable.Nearest(symbol));
        return (message, (nearest is null ? $"known units: {string.Join(", ", units)}" : $"did you mean '{nearest}'?", null));
    }
}
