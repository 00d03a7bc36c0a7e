using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit.Models;

/// <summary>Statistics of left-out errors.</summary>
internal static class ErrorStatistics
{
    /// <summary>|predicted / measured − 1| of a speed from ln(predicted / measured time).</summary>
    public static double Relative(double logTimeError) => Math.Abs(Math.Exp(-logTimeError) - 1);

    /// <summary>The value below which a share of the values lies.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0) return 0;
        var at = share * (sorted.Length - 1);
        var low = (int)at;
        return low + 1 < sorted.Length ? sorted[low] + ((at - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }

    /// <summary>The error of a group of rows. Cards count once each, on each backend.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="errors">ln(predicted / measured time) per row.</param>
    /// <param name="spreads">Half width of the stated range per row.</param>
    public static FitError Of(IReadOnlyList<FitRow> rows, IReadOnlyList<double> errors, IReadOnlyList<double> spreads)
    {
        var indexes = Enumerable.Range(0, rows.Count).ToArray();
        var cards = indexes
            .GroupBy(i => (rows[i].Measurement.Backend, rows[i].Family))
            .Select(g => Quantile(g.Select(i => Relative(errors[i])), 0.5))
            .ToArray();
        return new FitError(
            rows.Count, cards.Length, Math.Round(Quantile(cards, 0.5), 4),
            Share(cards.Count(e => e < 0.25), cards.Length),
            Share(indexes.Count(i => Math.Abs(errors[i]) <= spreads[i]), rows.Count));
    }

    private static double Share(int count, int all) => all == 0 ? 0 : Math.Round((double)count / all, 4);
}
