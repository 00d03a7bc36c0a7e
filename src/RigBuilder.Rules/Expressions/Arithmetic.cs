namespace RigBuilder.Rules.Expressions;

/// <summary>Arithmetic in which unknown is NaN and stays unknown.</summary>
internal static class Arithmetic
{
    // 313 mm read from a catalog and 313 mm written in a rule differ in the last bits; a millionth of a percent settles it.
    private const double Tolerance = 1e-9;

    /// <summary>The number itself, or unknown where it is infinite.</summary>
    public static double Known(double value) => double.IsFinite(value) ? value : double.NaN;

    /// <summary>-1, 0 or 1 for known numbers; numbers that differ by rounding only are equal.</summary>
    public static int Compare(double a, double b) =>
        Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b)) ? 0 : a < b ? -1 : 1;

    public static double Step(double value, double step, Func<double, double> rounding)
    {
        if (!(step > 0)) return double.NaN;
        var multiples = value / step;
        var nearest = Math.Round(multiples);
        return Known((Compare(multiples, nearest) == 0 ? nearest : rounding(multiples)) * step);
    }
}
