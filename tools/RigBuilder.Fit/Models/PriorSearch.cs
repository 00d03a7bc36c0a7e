using RigBuilder.Fit.Regression;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit.Models;

/// <summary>
/// Chooses the widths of the priors by leaving cards out, and says honestly how well the whole procedure predicts: in the outer
/// folds neither the coefficients nor the widths of priors and ranges have seen the cards that are predicted.
/// </summary>
/// <param name="fit">The regression with given widths, over rows of which those of some cards may be held back.</param>
/// <param name="quantities">How many widths there are to choose.</param>
internal sealed class PriorSearch(Func<PriorWidths, ISpeedFit> fit, int quantities)
{
    private const int Outer = 8, Inner = 5, Passes = 2;

    // A card that is predicted hopelessly counts like one that is off by this much, in ln units.
    private const double Worst = 0.5;

    /// <summary>The widths that predict left-out cards best, judged on the rows of these cards alone.</summary>
    public PriorWidths Best(IReadOnlyCollection<string> cards)
    {
        var scores = new Dictionary<PriorWidths, double>();
        var best = PriorWidths.Middle;
        for (var pass = 0; pass < Passes; pass++)
            for (var which = 0; which < quantities; which++)
                best = best.Variants(which).MinBy(w => scores.TryGetValue(w, out var known) ? known : scores[w] = Score(w, cards))!;
        return best;
    }

    /// <summary>ln(predicted / measured time) and half width of the range per row, in folds of cards that nothing was chosen on.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="given">What was chosen in each outer fold before; null to choose now, which takes minutes.</param>
    public (double[] Errors, double[] Spreads, IReadOnlyList<PriorWidths> Chosen) Nested(IReadOnlyList<FitRow> rows, IReadOnlyList<PriorWidths>? given)
    {
        var (errors, spreads) = (new double[rows.Count], new double[rows.Count]);
        var all = rows.Select(r => r.Family).ToHashSet(StringComparer.Ordinal);
        var chosen = new PriorWidths[Outer];
        Parallel.For(0, Outer, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var left = Folds(all, Outer)[fold];
            string[] seen = [.. all.Except(left)];
            chosen[fold] = given is null ? Best(seen) : given.ElementAtOrDefault(fold) ?? PriorWidths.Middle;
            var regression = fit(chosen[fold]);
            var (inner, residuals) = (Predicted(regression, seen), regression.Errors(seen));
            int[] train = [.. Enumerable.Range(0, rows.Count).Where(i => !left.Contains(rows[i].Family))];
            FitRow[] trained = [.. train.Select(i => rows[i])];
            var widths = Spreads.Of(trained, [.. train.Select(i => residuals[i])], [.. train.Select(i => inner[i])]);
            var levels = Spreads.Unseen(rows, trained, widths);
            for (var i = 0; i < rows.Count; i++)
                if (left.Contains(rows[i].Family)) (errors[i], spreads[i]) = (residuals[i], levels[i]);
        });
        return (errors, spreads, chosen);
    }

    private double Score(PriorWidths widths, IReadOnlyCollection<string> cards)
    {
        var regression = fit(widths);
        var errors = Predicted(regression, cards);
        var rows = regression.Rows;
        return Enumerable.Range(0, rows.Count).Where(i => cards.Contains(rows[i].Family))
            .GroupBy(i => (rows[i].Measurement.Backend, rows[i].Family))
            .Average(card => Math.Min(Worst, ErrorStatistics.Quantile(card.Select(i => Math.Abs(errors[i])), 0.5)));
    }

    // Errors of these cards' rows, each predicted from the other folds of these cards.
    private static double[] Predicted(ISpeedFit regression, IReadOnlyCollection<string> cards)
    {
        var errors = new double[regression.Rows.Count];
        foreach (var left in Folds(cards, Inner))
        {
            var found = regression.Errors([.. cards.Except(left)]);
            for (var i = 0; i < errors.Length; i++)
                if (left.Contains(regression.Rows[i].Family)) errors[i] = found[i];
        }

        return errors;
    }

    /// <summary>Cards dealt to folds in the order of their names: the same ones in every run.</summary>
    private static IReadOnlySet<string>[] Folds(IEnumerable<string> cards, int count) =>
        [.. cards.Order(StringComparer.Ordinal).Select((card, i) => (card, i)).GroupBy(p => p.i % count, p => p.card).Select(g => g.ToHashSet(StringComparer.Ordinal))];
}
