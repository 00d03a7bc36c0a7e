using System.Collections.Frozen;

namespace RigBuilder.Domain.Units;

/// <summary>
/// The one table of unit symbols, shared by catalogs, rule literals and the command line. Decimal and binary sizes are
/// different symbols (GB, GiB); a bare "G" is not a unit.
/// </summary>
public static class UnitTable
{
    private const double Ki = 1024;

    private static readonly FrozenDictionary<string, Quantity> Units = new (string Symbol, double Factor, Dimension Dimension)[]
    {
        ("B", 1, Dimension.Size), ("KB", 1e3, Dimension.Size), ("MB", 1e6, Dimension.Size), ("GB", 1e9, Dimension.Size),
        ("TB", 1e12, Dimension.Size), ("KiB", Ki, Dimension.Size), ("MiB", Ki * Ki, Dimension.Size),
        ("GiB", Ki * Ki * Ki, Dimension.Size), ("TiB", Ki * Ki * Ki * Ki, Dimension.Size),
        ("MB/s", 1e6, Dimension.Bandwidth), ("GB/s", 1e9, Dimension.Bandwidth), ("TB/s", 1e12, Dimension.Bandwidth),
        ("MiB/s", Ki * Ki, Dimension.Bandwidth), ("GiB/s", Ki * Ki * Ki, Dimension.Bandwidth),
        ("GFLOP/s", 1e9, Dimension.FlopRate), ("TFLOP/s", 1e12, Dimension.FlopRate), ("PFLOP/s", 1e15, Dimension.FlopRate),
        ("W", 1, Dimension.Power), ("kW", 1e3, Dimension.Power), ("Wh", 3600, Dimension.Energy), ("kWh", 3.6e6, Dimension.Energy),
        ("J", 1, Dimension.Energy),
        ("mm", 1e-3, Dimension.Length), ("cm", 1e-2, Dimension.Length), ("m", 1, Dimension.Length),
        ("us", 1e-6, Dimension.Time), ("µs", 1e-6, Dimension.Time), ("ms", 1e-3, Dimension.Time), ("s", 1, Dimension.Time),
        ("min", 60, Dimension.Time), ("h", 3600, Dimension.Time),
        ("tokens", 1, Dimension.Tokens), ("tok", 1, Dimension.Tokens), ("tok/s", 1, Dimension.TokenRate),
        ("USD", 1, Dimension.Price),
        ("USD/kWh", 1 / 3.6e6, Dimension.Price / Dimension.Energy),
        ("MT/s", 1e6, Dimension.TransferRate), ("GT/s", 1e9, Dimension.TransferRate),
        ("MHz", 1e6, Dimension.Clock), ("GHz", 1e9, Dimension.Clock),
        ("%", 0.01, Dimension.None), ("x", 1, Dimension.None),
    }.ToFrozenDictionary(u => u.Symbol, u => new Quantity(u.Factor, u.Dimension), StringComparer.Ordinal);

    /// <summary>All symbols, for messages and completion.</summary>
    public static IEnumerable<string> Symbols => Units.Keys.Order(StringComparer.Ordinal);

    /// <summary>Finds a symbol (case matters: GB and Gb are different things).</summary>
    /// <param name="symbol">The symbol as written.</param>
    /// <param name="unit">One such unit as a quantity.</param>
    public static bool TryFind(string symbol, out Quantity unit) => Units.TryGetValue(symbol, out unit);

    /// <summary>The symbols of one dimension, for "expected a size, for example 24 GiB".</summary>
    public static IEnumerable<string> SymbolsOf(Dimension dimension) =>
        Units.Where(u => u.Value.Dimension == dimension).OrderBy(u => u.Value.Value).Select(u => u.Key);

    /// <summary>The known symbol nearest to a misspelt one, or null when none is near (two edits at most).</summary>
    public static string? Nearest(string symbol) => Spelling.Nearest(symbol, Units.Keys, 2);
}
