using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit.Models;

/// <summary>
/// Chooses the half widths of the ranges so that nine in ten measurements of left-out cards fall inside, level by level. A card
/// weighs the same however many measurements it has.
/// </summary>
internal static class Spreads
{
    private const double Share = 0.9;

    /// <summary>Whether the fit still knows a row's backend and architecture together when its card is left out.</summary>
    public static bool[] PairKnown(IReadOnlyList<FitRow> rows)
    {
        var cards = rows.GroupBy(Pair).ToDictionary(g => g.Key, g => g.Select(r => r.Family).Distinct().Count());
        return [.. rows.Select(r => cards[Pair(r)] > 1)];
    }

    /// <summary>The half widths.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="residuals">Errors of the fit on the rows it saw.</param>
    /// <param name="leftOut">Errors with the row's card left out.</param>
    public static SpreadCalibration Of(IReadOnlyList<FitRow> rows, double[] residuals, double[] leftOut)
    {
        var known = PairKnown(rows);
        var card = Width(rows, residuals, _ => true);
        var architecture = Math.Max(card, Width(rows, leftOut, i => known[i]));
        var backend = Math.Max(architecture, Width(rows, leftOut, i => !known[i]));
        return new SpreadCalibration(Round(card), Round(architecture), Round(backend), Round(Math.Max(1.3 * backend, 0.6)));
    }

    /// <summary>The stated half width of each row when its card is left out.</summary>
    public static double[] LeftOut(IReadOnlyList<FitRow> rows, SpreadCalibration spread) =>
        [.. PairKnown(rows).Select(known => known ? spread.Architecture : spread.Backend)];

    /// <summary>A width that holds nine in ten, every card counting once.</summary>
    public static double Width(IReadOnlyList<FitRow> rows, double[] errors, Func<int, bool> which)
    {
        var indexes = Enumerable.Range(0, rows.Count).Where(which).ToArray();
        var cards = indexes.GroupBy(i => (rows[i].Measurement.Backend, rows[i].Family)).ToArray();
        var weighted = cards
            .SelectMany(g => g.Select(i => (Error: Math.Abs(errors[i]), Weight: 1.0 / g.Count())))
            .OrderBy(p => p.Error).ToArray();
        var goal = Share * cards.Length;
        var sum = 0.0;
        foreach (var (error, weight) in weighted)
            if ((sum += weight) >= goal) return error;
        return weighted.Length == 0 ? 0.5 : weighted[^1].Error;
    }

    private static string Pair(FitRow row) => $"{row.Measurement.Backend}/{row.Gpu?.Architecture}";

    private static double Round(double value) => Math.Ceiling(value * 100) / 100;
}
