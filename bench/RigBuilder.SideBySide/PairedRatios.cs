using System.Globalization;

namespace RigBuilder.SideBySide;

/// <summary>Ratios of pairs, described without assuming a distribution: median and a 95 % interval from order statistics.</summary>
/// <param name="ratios">Any number of ratios.</param>
internal sealed class PairedRatios(IEnumerable<double> ratios)
{
    private readonly double[] _sorted = [.. ratios.Order()];

    /// <summary>How many.</summary>
    public int Count => _sorted.Length;

    /// <summary>The median; not a number without pairs.</summary>
    public double Median => Count == 0 ? double.NaN : (_sorted[(Count - 1) / 2] + _sorted[Count / 2]) / 2;

    /// <summary>Median of the absolute differences from the median: what one pair is off by.</summary>
    public double Spread => Count == 0 ? double.NaN : new PairedRatios(_sorted.Select(r => Math.Abs(r - Median))).Median;

    /// <summary>Interval that holds the true median 95 times in 100 (ranks of the sign test, normal approximation).</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Count < 6) return (double.NaN, double.NaN);
            var reach = 1.96 * Math.Sqrt(Count) / 2;
            var low = (int)Math.Floor((Count / 2.0) - reach);
            return (_sorted[Math.Clamp(low - 1, 0, Count - 1)], _sorted[Math.Clamp(Count - low, 0, Count - 1)]);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"median {Median:0.0000} (95 % interval {Interval.Low:0.0000} – {Interval.High:0.0000}), one pair off by {Spread * 100:0.0} %, {Count} pairs");
}
