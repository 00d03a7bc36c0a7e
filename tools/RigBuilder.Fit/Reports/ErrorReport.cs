using System.Globalization;
using System.Text;
using RigBuilder.Domain.Models;
using RigBuilder.Fit.Models;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Fit.Reports;

/// <summary>The error tables as Markdown.</summary>
internal sealed class ErrorReport
{
    private readonly StringBuilder _text = new();

    /// <summary>The tables of a fit.</summary>
    public static string Of(SpeedFits fits)
    {
        var report = new ErrorReport();
        report.WriteAll(fits);
        return report._text.ToString();
    }

    private void WriteAll(SpeedFits fits)
    {
        _text.Append("# Errors of the speed model on left-out cards\n\n")
            .Append("Written by `dotnet run --project tools/RigBuilder.Fit`. Every row is predicted by a fit that did not see its card (all of the card's rows, on every ")
            .Append("backend, are left out together). On GPUs the left-out cards have not been seen by the choice of the priors' and ranges' widths either: eight outer folds ")
            .Append("of cards, and within each the widths are chosen over five inner folds of the other cards. A card counts once per backend, by the median of its rows' ")
            .Append("errors |predicted / measured − 1|.\n\n");
        foreach (var speed in fits.Speeds)
        {
            _text.Append(CultureInfo.InvariantCulture, $"## {Title(speed.Name)}\n\n");
            Table(speed, "All", [("all rows", _ => true), ("Llama 2 7B Q4_0, today's builds", ErrorTable.IsScoreboard)]);
            Choice(speed);
            if (speed.Rows.All(r => r.Gpu is null)) continue;
            Table(speed, "Backend", Groups(speed, r => r.Measurement.Backend));
            Table(speed, "Architecture", Groups(speed, r => r.Gpu!.Architecture));
            Table(speed, "Main weight type", Groups(speed, r => r.Profile.MainType));
            Table(speed, "Model", Groups(speed, r => Size(r.Profile.Model)));
            Table(speed, "Number of cards", Groups(speed, r => r.Measurement.Count.ToString(CultureInfo.InvariantCulture)));
            if (speed.Name == "decode") Comparison(speed);
        }

        Rejected(fits);
    }

    private void Table(FittedSpeed speed, string title, IEnumerable<(string Name, Func<FitRow, bool> Which)> groups)
    {
        _text.Append(CultureInfo.InvariantCulture, $"| {title} | rows | cards | median error | cards under 25 % | rows in range |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var (name, which) in groups)
        {
            if (!speed.Rows.Any(which)) continue;
            var error = speed.Error(which);
            _text.Append(CultureInfo.InvariantCulture, $"| {name} | {error.Rows} | {error.Cards} | {error.Median:P1} | {error.Under25:P0} | {error.InRange:P0} |\n");
        }

        _text.Append('\n');
    }

    private void Choice(FittedSpeed speed)
    {
        if (speed.Widths is null || speed.Chosen.Count == 0) return;
        var seen = speed.WithShippedWidths(_ => true);
        _text.Append(CultureInfo.InvariantCulture, $"Widths of the priors: shipped {Widths(speed.Widths)}; in the outer folds {string.Join(", ", speed.Chosen.Select(Widths))}. ")
            .Append(CultureInfo.InvariantCulture, $"With the shipped widths, which have seen all cards, the median would read {seen.Median:P1}, with {seen.Under25:P0} of the cards under 25 %.\n\n");
    }

    private static string Widths(PriorWidths widths) => string.Create(CultureInfo.InvariantCulture, $"{widths.First:0.##}/{widths.Second:0.##}/{widths.Third:0.##}");

    private void Comparison(FittedSpeed speed)
    {
        _text.Append("Against the published formulas of two other programs, on the same rows (theirs were not fitted on them, ours saw other cards of the same tables):\n\n")
            .Append("| Rows | RigBuilder, card left out | llmfit | whichllm |\n|---|---:|---:|---:|\n");
        (string, Func<FitRow, bool>)[] groups = [("all rows", _ => true), ("Llama 2 7B Q4_0, today's builds", ErrorTable.IsScoreboard), .. Groups(speed, r => r.Measurement.Backend)];
        foreach (var (name, which) in groups)
        {
            var ours = speed.Error(which);
            _text.Append(CultureInfo.InvariantCulture, $"| {name} | {ours.Median:P1} | {Rival(speed, which, Rivals.Llmfit):P1} | {Rival(speed, which, Rivals.Whichllm):P1} |\n");
        }

        _text.Append('\n');
    }

    private static double Rival(FittedSpeed speed, Func<FitRow, bool> which, Func<FitRow, double> formula)
    {
        var rows = speed.Rows.Where(which).ToArray();
        var errors = rows.Select(r => Math.Log(r.Measurement.Speed / formula(r))).ToArray();
        return ErrorStatistics.Of(rows, errors, new double[rows.Length]).Median;
    }

    private void Rejected(SpeedFits fits)
    {
        _text.Append("## Rows not used\n\n| Rows | Reason | Devices |\n|---:|---|---|\n");
        foreach (var group in fits.Rejected.GroupBy(r => r.Reason).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            _text.Append(CultureInfo.InvariantCulture, $"| {group.Count()} | {group.Key} | {string.Join(", ", group.Select(r => r.Device).Distinct().Take(4))} |\n");
    }

    private static IEnumerable<(string Name, Func<FitRow, bool> Which)> Groups(FittedSpeed speed, Func<FitRow, string> key) =>
        speed.Rows.GroupBy(key).OrderByDescending(g => g.Count()).Select(g => (g.Key, (Func<FitRow, bool>)(r => key(r) == g.Key)));

    private static string Size(LlmModel model) => (model.Shape.Experts is not null, model.Shape.Recurrent is not null, model.ActiveParameters) switch
    {
        (true, _, _) => "mixture of experts",
        (_, true, _) => "hybrid with recurrent layers",
        (_, _, < 2e9) => "dense under 2B",
        (_, _, < 10e9) => "dense 2B to 10B",
        (_, _, < 40e9) => "dense 10B to 40B",
        _ => "dense over 40B",
    };

    private static string Title(string name) => name switch
    {
        "decode" => "Generation on GPUs",
        "prompt" => "Prompts on GPUs",
        "cpu-decode" => "Generation on CPUs",
        _ => "Prompts on CPUs",
    };
}
