using RigBuilder.Domain.Diagnostics;
using RigBuilder.Validation.Report;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>Predicted against measured, and in the end verdict, causes and what else there is to know.</summary>
internal static class ScorePanel
{
    private const int LabelWidth = 10;

    public static Panel Draw(ScreenState state, ArenaScreen arena, Rect area)
    {
        var title = arena.Bout?.Report is null ? "Predicted against measured" : "Result";
        return ArenaView.Document(state, arena, PanelId.ArenaScore, area, StyledText.Of(title, Role.Title), [.. Blocks(state, arena, area)], arena.ScoreTop);
    }

    /// <summary>Rows that can be scrolled away.</summary>
    public static int MostTop(ScreenState state, ArenaScreen arena, Rect area) => Math.Max(0, Blocks(state, arena, area).Sum(b => b.Rows) - area.Inner.Height);

    private static IEnumerable<Block> Blocks(ScreenState state, ArenaScreen arena, Rect area) => arena.Bout switch
    {
        null => Promise(state, area.Width - 4).Concat(EarlierBouts.Latest(arena.Earlier, area.Width - 4)),
        { Report: { } report } bout => Report(bout, report, area.Width - 4),
        { } bout => Rows(bout.Rows, area.Width - 4),
    };

    /// <summary>What is predicted for the picked rig, before anything is measured.</summary>
    private static IEnumerable<Block> Promise(ScreenState state, int width)
    {
        if (state.Appraisal.Forecast.Decode is not { } decode)
            return Lines("Here the prediction for this machine and what is measured will stand side by side.", width, Role.Dim);
        return Lines($"For your rig {state.Build.Name} {Figures.Range(decode)} tok/s are predicted ({Figures.Of(decode.Basis)}).", width, Role.Normal)
            .Concat(Lines("A run predicts for this machine as it is found, and measures it.", width, Role.Dim));
    }

    private static IEnumerable<Block> Report(Bout bout, ValidationReport report, int width) =>
    [
        .. report.Verdict == ValidationVerdict.Failed && !report.Diagnostics.IsEmpty ? [] : Lines(report.Summary, width, VerdictLabels.RoleOf(report.Verdict)),
        .. report.Diagnostics.SelectMany(d => Of(d, width)),
        .. report.Rows.All(r => r.Measured is null) ? [] : (IEnumerable<Block>)[new Block.Gap(), .. Rows(report.Rows, width)],
        .. report.BandwidthShare is { } share ? Bandwidth(share, width) : [],
        .. Causes(report, width),
        .. report.Notes.SelectMany(n => Lines("· " + n, width, Role.Dim)),
        .. bout.SavedAs is { } name ? Lines($"Saved: rigbuilder validate show {name}", width, Role.Dim) : [],
    ];

    private static IEnumerable<Block> Of(Diagnostic diagnostic, int width) =>
    [
        .. Lines($"{diagnostic.Code} {diagnostic.Message}", width, diagnostic.Severity == DiagnosticSeverity.Error ? Role.Conflict : Role.Warning),
        .. diagnostic.Help is { } help ? Lines("→ " + help, width, Role.Accent) : [],
        .. diagnostic.Why is { } why ? Lines("why: " + why, width, Role.Dim) : [],
        new Block.Gap(),
    ];

    private static IEnumerable<Block> Rows(ImmutableArray<ComparisonRow> rows, int width)
    {
        foreach (var row in rows.Where(r => r.Unit == FigureUnit.TokensPerSecond).OrderBy(r => r.Term != ComparisonTerm.Decode))
            foreach (var block in Speed(row, width)) yield return block;
        foreach (var row in rows.Where(r => r.Unit != FigureUnit.TokensPerSecond)) yield return Pair(row, width);
    }

    private static IEnumerable<Block> Speed(ComparisonRow row, int width)
    {
        var valueWidth = width >= 60 ? 30 : 20;
        var bar = Math.Max(6, width - LabelWidth - valueWidth - 1);
        var max = Math.Max(Math.Max(row.High ?? 0, (row.Measured ?? 0) + (row.Deviation ?? 0)), 1e-9) * 1.04;
        yield return new Block.Pair(StyledText.Of(row.Name), VerdictLabels.Of(row));
        if (row is { Low: { } low, Predicted: { } point, High: { } high })
            yield return Bar("predicted", RangeBar.Range(low, point, high, max, bar), $"{Figures.Number(point)} ({Figures.Number(low)}–{Figures.Number(high)}){Unit(width)}", valueWidth);
        if (row.Measured is { } measured)
        {
            var deviation = row.Deviation is > 0 and var d ? $" ± {Figures.Number(d)}" : "";
            yield return Bar("measured", RangeBar.Level(measured, max, bar, LevelRole(row)), $"{(row.IsLowerBound ? "≥ " : "")}{Figures.Number(measured)}{deviation}{Unit(width)}{Error(row)}", valueWidth);
        }

        if (row.Note is { } note)
            foreach (var block in Lines("· " + note, width, Role.Dim)) yield return block;
    }

    private static Block Bar(string label, StyledText bar, string value, int valueWidth) =>
        new Block.Text(StyledText.Of(label.PadRight(LabelWidth), Role.Dim) + bar + StyledText.Of(" " + TextWidth.Fit(value, valueWidth)));

    private static Block.Pair Pair(ComparisonRow row, int width)
    {
        if (row.Measured is null) return new Block.Pair(StyledText.Of(row.Name, Role.Dim), StyledText.Of(row.Predicted is null ? "–" : $"{row.PredictedText} predicted", Role.Dim));
        if (row.Verdict == RowVerdict.NotCompared) return new Block.Pair(StyledText.Of(row.Name, Role.Dim), StyledText.Of($"{row.MeasuredText}  ").Then("not compared", Role.Dim));
        var words = width >= 60 ? VerdictLabels.Of(row) : StyledText.Of(VerdictLabels.Of(row).Plain[..1], VerdictLabels.Of(row).Spans[0].Role);
        return new Block.Pair(StyledText.Of(row.Name, Role.Dim), StyledText.Of($"{row.PredictedText} → ", Role.Dim).Then($"{row.MeasuredText}  ") + words);
    }

    private static IEnumerable<Block> Bandwidth(BandwidthShare share, int width) => Lines(
        string.Create(CultureInfo.InvariantCulture, $"{share.Share * 100:0} % of what memory bandwidth allows: {share.Bandwidth} ÷ {share.BytesPerToken} a token = {share.Limit} at most."), width, Role.Info);

    private static IEnumerable<Block> Causes(ValidationReport report, int width)
    {
        if (report.Causes.IsEmpty) return [];
        return [new Block.Gap(), new Block.Text(StyledText.Of("Likely causes", Role.Title)), .. report.Causes.SelectMany((c, i) => Of(c, i + 1, width)), .. report.Notes.IsEmpty ? [] : (Block[])[new Block.Gap()]];
    }

    private static IEnumerable<Block> Of(Cause cause, int rank, int width) =>
    [
        .. Lines($"{rank}. {cause.Title}", width, Role.Warning),
        .. Indented(cause.Evidence, width, Role.Normal),
        .. Indented("→ " + cause.Advice, width, Role.Accent),
    ];

    private static Role LevelRole(ComparisonRow row) => row.Verdict switch
    {
        RowVerdict.Worse => row.IsLowerBound ? Role.Warning : Role.Conflict,
        RowVerdict.NotCompared => Role.Meter,
        _ => Role.Upgrade,
    };

    private static string Error(ComparisonRow row) => row.Error is not { } e ? ""
        : string.Create(CultureInfo.InvariantCulture, $" ({(Math.Abs(e) < 0.005 ? "" : e > 0 ? "+" : "-")}{Math.Abs(e) * 100:0} %)");

    private static string Unit(int width) => width >= 60 ? " tok/s" : "";

    private static IEnumerable<Block> Indented(string text, int width, Role role) =>
        TextWrap.Lines(text, Math.Max(8, width - 3)).Select(l => new Block.Text(StyledText.Of("   " + l, role)));

    private static IEnumerable<Block> Lines(string text, int width, Role role) => TextWrap.Lines(text, width).Select(l => new Block.Text(StyledText.Of(l, role)));
}
