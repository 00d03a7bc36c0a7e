using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit.Models;

/// <summary>
/// Chooses the half widths of the ranges so that nine in ten measurements of left-out cards fall inside, level by level. A card
/// weighs the same however many measurements it has.
/// </summary>
internal static class Spreads
{
    private const double Share = 0.9;

    private enum Level
    {
        Pair,
        Architecture,
        Backend,
        Nothing,
    }

    /// <summary>The half widths.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="residuals">Errors of the fit on the rows it saw.</param>
    /// <param name="leftOut">Errors with the row's card left out.</param>
    public static SpreadCalibration Of(IReadOnlyList<FitRow> rows, double[] residuals, double[] leftOut)
    {
        var levels = Levels(rows);
        // A card with one or two rows is met exactly by its own effects: that says nothing of other models on it.
        var several = rows.GroupBy(r => (r.Measurement.Backend, r.Family)).Where(g => g.Count() > 2).Select(g => g.Key).ToHashSet();
        var card = Width(rows, residuals, i => several.Contains((rows[i].Measurement.Backend, rows[i].Family)));
        var architecture = Math.Max(card, Width(rows, leftOut, i => levels[i] == Level.Pair));
        var related = Math.Max(architecture, Width(rows, leftOut, i => levels[i] == Level.Architecture));
        var backend = Math.Max(related, Width(rows, leftOut, i => levels[i] == Level.Backend));
        return new SpreadCalibration(Round(card), Round(architecture), Round(related), Round(backend), Round(Math.Max(1.3 * backend, 0.6)));
    }

    /// <summary>The stated half width of each row when its card is left out.</summary>
    public static double[] LeftOut(IReadOnlyList<FitRow> rows, SpreadCalibration spread) =>
    [
        .. Levels(rows).Select(level => level switch
        {
            Level.Pair => spread.Architecture,
            Level.Architecture => spread.Related,
            Level.Backend => spread.Backend,
            _ => spread.Unknown,
        }),
    ];

    /// <summary>The half width of each row by a calibration that has seen other rows only.</summary>
    public static double[] Unseen(IReadOnlyList<FitRow> rows, IReadOnlyList<FitRow> seen, SpreadCalibration spread)
    {
        var pairs = seen.Select(r => (r.Measurement.Backend, r.Gpu?.Architecture)).ToHashSet();
        var backends = seen.Select(r => r.Measurement.Backend).ToHashSet();
        var architectures = seen.Select(r => r.Gpu?.Architecture).ToHashSet();
        return
        [
            .. rows.Select(r => !backends.Contains(r.Measurement.Backend) ? spread.Unknown
                : pairs.Contains((r.Measurement.Backend, r.Gpu?.Architecture)) ? spread.Architecture
                : architectures.Contains(r.Gpu?.Architecture) ? spread.Related
                : spread.Backend),
        ];
    }

    // What the fit still knows of a row's backend and architecture when its card is left out.
    private static Level[] Levels(IReadOnlyList<FitRow> rows)
    {
        var pairs = rows.GroupBy(r => (r.Measurement.Backend, r.Gpu?.Architecture)).ToDictionary(g => g.Key, Families);
        var backends = rows.GroupBy(r => r.Measurement.Backend).ToDictionary(g => g.Key, Families);
        var architectures = rows.GroupBy(r => r.Gpu?.Architecture ?? "").ToDictionary(g => g.Key, Families);
        return
        [
            .. rows.Select(r => backends[r.Measurement.Backend] < 2 ? Level.Nothing
                : pairs[(r.Measurement.Backend, r.Gpu?.Architecture)] > 1 ? Level.Pair
                : architectures[r.Gpu?.Architecture ?? ""] > 1 ? Level.Architecture
                : Level.Backend),
        ];
    }

    private static int Families(IEnumerable<FitRow> rows) => rows.Select(r => r.Family).Distinct().Count();

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

    private static double Round(double value) => Math.Ceiling(value * 100) / 100;
}
