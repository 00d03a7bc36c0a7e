using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The rig beside a pinned one: parts, figures, findings, with differences.</summary>
internal static class CompareView
{
    public static ImmutableArray<Panel> Draw(ScreenState state, CompareScreen compare, Size size)
    {
        var area = ScreenLayout.Body(size);
        if (compare.Pinned is not { } pinned) return [Guide(area)];
        var rows = Rows(pinned, state.Appraisal).ToImmutableArray();
        var layout = TableLayout.Of(area, field: false, headings: true, 0);
        var cursor = compare.Rows.Shown(layout.Rows.Height, rows.Length);
        var half = Math.Max(10, (area.Width - 2 - 18 - 12) / 2);
        var content = new PanelContent.Table(
            [new Column("", 18), new Column(Cut("pinned: " + pinned.Build.Name, half), 10) { Grows = true }, new Column(Cut("now: " + state.Build.Name, half), half), new Column("", 10) { AlignRight = true, Rank = 1 }],
            [.. rows.Skip(cursor.Top).Take(layout.Rows.Height)])
        {
            Top = cursor.Top,
            Total = rows.Length,
            Selected = cursor.Selected,
        };
        return [new Panel(PanelId.Compare, area, StyledText.Of("Pinned against now", Role.Title), content) { Focused = state.Overlay is null }];
    }

    private static Panel Guide(Rect area)
    {
        var text = "Nothing is pinned yet. Press p to pin the rig as it is, change it in the workbench, and come back: both stand here side by side.";
        ImmutableArray<Block> blocks = [new Block.Gap(), .. TextWrap.Lines(text, Math.Min(70, area.Width - 4)).Select(l => new Block.Text(StyledText.Of(l, Role.Accent)))];
        return new Panel(PanelId.Compare, area, StyledText.Of("Compare", Role.Title), new PanelContent.Document(blocks)) { Focused = true };
    }

    private static IEnumerable<TableRow> Rows(Appraised left, Appraised right)
    {
        yield return Text("Quest", QuestLabels.Summary(left.Quest), QuestLabels.Summary(right.Quest));
        foreach (var slot in PartLabels.Slots) yield return Text(PartLabels.Long(slot), Held(left, slot), Held(right, slot));
        yield return Blank();
        yield return Text("Grade", Grade(left), Grade(right), Figures.Gain(right.Grade.Score - left.Grade.Score));
        yield return Gain("Generation", left, right, f => f.Decode?.Value.ToQuantity());
        yield return Gain("Prompt", left, right, f => f.Prompt?.Value.ToQuantity());
        yield return Cost("First token after", left, right, f => f.FirstToken?.Value.ToQuantity());
        yield return Cost("Load", left, right, f => f.Load?.Value.ToQuantity());
        yield return Gain("VRAM usable", left, right, f => f.Memory?.VramUsable.ToQuantity());
        yield return Gain("Memory bandwidth", left, right, f => f.SystemMemory?.Bandwidth.ToQuantity());
        yield return Cost("Draws, generating", left, right, f => f.Power.Generating.ToQuantity());
        yield return Cost("Price", left, right, f => f.Price.Total > Money.Zero ? f.Price.Total.ToQuantity() : null);
        yield return Cost("Price per tok/s", left, right, f => f.Price.PerTokenRate?.ToQuantity());
        yield return TableRow.Of(StyledText.Of("Findings", Role.Dim), FindingLabels.Tally(left.Verdict.Findings), FindingLabels.Tally(right.Verdict.Findings), StyledText.Empty);
    }

    private static TableRow Gain(string label, Appraised left, Appraised right, Func<Forecast, Quantity?> read) => Figure(label, read(left.Forecast), read(right.Forecast), +1);

    private static TableRow Cost(string label, Appraised left, Appraised right, Func<Forecast, Quantity?> read) => Figure(label, read(left.Forecast), read(right.Forecast), -1);

    private static TableRow Figure(string label, Quantity? left, Quantity? right, int better)
    {
        var delta = StyledText.Of("–", Role.Dim);
        if (left is { Value: > 0 } a && right is { } b)
        {
            var percent = ((b.Value / a.Value) - 1) * 100;
            delta = Math.Abs(percent) < 0.5
                ? StyledText.Of("=", Role.Dim)
                : StyledText.Of($"{(percent > 0 ? "+" : "-")}{QuantityText.Number(Math.Abs(percent), 0)} %", percent * better > 0 ? Role.Upgrade : Role.Downgrade);
        }

        return Text(label, left?.ToString() ?? "–", right?.ToString() ?? "–", delta);
    }

    private static TableRow Text(string label, string left, string right, StyledText? delta = null) =>
        TableRow.Of(StyledText.Of(label, Role.Dim), left, StyledText.Of(right, left == right ? Role.Dim : Role.Accent), delta ?? StyledText.Empty);

    private static TableRow Blank() => TableRow.Of(StyledText.Empty, StyledText.Empty, StyledText.Empty, StyledText.Empty);

    private static string Held(Appraised appraisal, PartKind slot)
    {
        var parts = appraisal.Rig.Parts.Where(p => p.Kind == slot).GroupBy(p => p.Id)
            .Select(g => g.Count() > 1 ? $"{g.Count()}× {PartLabels.Short(g.First())}" : PartLabels.Short(g.First()));
        var text = string.Join(" + ", parts);
        return text.Length == 0 ? "–" : text;
    }

    private static string Grade(Appraised appraisal) => appraisal.Grade.Letter == '-' ? "–" : $"{appraisal.Grade.Letter} · {appraisal.Grade.Score}/100{(appraisal.Grade.Provisional ? " so far" : "")}";

    private static string Cut(string text, int width) => TextWidth.Fit(text, width);
}
