using System.Globalization;

namespace RigBuilder.Domain.Units;

/// <summary>
/// The one way numbers with units become text, so that a figure looks the same on the screen, in findings and in reports.
/// Memory sizes print in binary units (GiB); drives use <see cref="Bytes.ToDecimalString"/>.
/// </summary>
public static class QuantityText
{
    /// <summary>Formats a quantity with the unit that keeps it between 1 and 1,000 where there is a choice.</summary>
    public static string Format(Quantity quantity)
    {
        var (value, dimension) = quantity;
        if (dimension == Dimension.None) return Number(value);
        if (dimension == Dimension.Size) return Binary(value);
        if (dimension == Dimension.Bandwidth) return Scaled(value, [(1e12, "TB/s"), (1e9, "GB/s"), (1e6, "MB/s"), (1, "B/s")]);
        if (dimension == Dimension.FlopRate) return Scaled(value, [(1e12, "TFLOP/s"), (1e9, "GFLOP/s"), (1, "FLOP/s")]);
        if (dimension == Dimension.Power) return $"{Number(value, 0)} W";
        if (dimension == Dimension.Energy) return $"{Number(value / 3.6e6)} kWh";
        if (dimension == Dimension.Length) return $"{Number(value * 1000)} mm";
        if (dimension == Dimension.Time) return Scaled(value, [(1, "s"), (1e-3, "ms"), (1e-6, "µs")]);
        if (dimension == Dimension.Tokens) return $"{value.ToString("#,0", CultureInfo.InvariantCulture)} tokens";
        if (dimension == Dimension.TokenRate) return $"{Number(value)} tok/s";
        if (dimension == Dimension.Price) return $"{value.ToString(value < 10 ? "#,0.00" : "#,0", CultureInfo.InvariantCulture)} USD";
        if (dimension == Dimension.TransferRate) return $"{Number(value / 1e6, 0)} MT/s";
        if (dimension == Dimension.Clock) return Scaled(value, [(1e9, "GHz"), (1e6, "MHz"), (1, "Hz")]);
        return $"{Number(value)} {dimension}";
    }

    /// <summary>A number with at most three significant decimals: 8.02, 23.4, 1,234.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        return Number(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : 4);
    }

    /// <summary>A number with at most <paramref name="decimals"/> decimals, thousands grouped, trailing zeros dropped.</summary>
    public static string Number(double value, int decimals) =>
        value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), CultureInfo.InvariantCulture);

    private static string Binary(double bytes) =>
        Scaled(bytes, [(1024.0 * 1024 * 1024 * 1024, "TiB"), (1024 * 1024 * 1024, "GiB"), (1024 * 1024, "MiB"), (1024, "KiB"), (1, "B")]);

    private static string Scaled(double value, (double Factor, string Unit)[] units)
    {
        foreach (var (factor, unit) in units)
            if (Math.Abs(value) >= factor * 0.9995) return $"{Number(value / factor)} {unit}";
        var last = value == 0 ? units.First(u => u.Factor == 1) : units[^1];
        return $"{Number(value / last.Factor)} {last.Unit}";
    }
}
