using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>What the rules say about the rig, most serious first; the chosen one in full below.</summary>
internal static class FindingsPanel
{
    public static Panel Draw(ScreenState state, BenchScreen bench, BenchLayout layout)
    {
        var area = layout.Findings;
        var findings = state.Findings;
        var visible = layout.FindingRows;
        var cursor = bench.Findings.Shown(visible, findings.Length);
        ImmutableArray<Column> columns = [new Column("", 1), new Column("", 20) { Grows = true }, new Column("", 6)];
        var content = new PanelContent.Table(columns, [.. findings.Skip(cursor.Top).Take(visible).Select(Row)])
        {
            Headings = false,
            Top = cursor.Top,
            Total = findings.Length,
            Selected = findings.IsEmpty ? -1 : cursor.Selected,
            Footer = Footer(findings, cursor.Selected, area.Width - 4, layout.FindingFooter),
            Empty = Nothing(state, area.Width - 4),
        };
        return new Panel(PanelId.Findings, area, StyledText.Of("Findings", Role.Title), content)
        {
            Focused = bench.Focus == PanelId.Findings && state.Overlay is null,
            Corner = state.Appraisal.Rig.Parts.Any() ? FindingLabels.Tally(findings) : StyledText.Empty,
        };
    }

    // A rule's title says what should hold, so beside a cross it would read backwards; only achievements hold.
    private static TableRow Row(Finding finding)
    {
        var role = FindingLabels.RoleOf(finding.Severity);
        var text = finding.Severity == Severity.Achievement
            ? StyledText.Of(finding.Title, role).Then("  " + finding.Message, Role.Dim)
            : StyledText.Of(finding.Message, finding.Severity <= Severity.Warning ? role : Role.Normal);
        return TableRow.Of(
            StyledText.Of(FindingLabels.Glyph(finding.Severity), role),
            text,
            StyledText.Of(finding.Slot is { } kind ? PartLabels.Short(kind) : "", Role.Dim));
    }

    private static ImmutableArray<StyledText> Footer(ImmutableArray<Finding> findings, int selected, int width, int most)
    {
        if (selected >= findings.Length || most == 0) return [.. Enumerable.Repeat(StyledText.Empty, findings.IsEmpty ? 0 : most)];
        var finding = findings[selected];
        var cure = finding.Cure is { } text ? TextWrap.Lines("→ " + text, width, most >= 4 ? 2 : 1) : [];
        var room = Math.Max(1, most - cure.Count - (most >= 3 && finding.Why is not null ? 1 : 0));
        var lines = TextWrap.Lines(finding.Message, width, room).Select(l => StyledText.Of(l))
            .Concat(cure.Select(l => StyledText.Of(l, Role.Accent)));
        if (most >= 3 && finding.Why is { } why) lines = lines.Concat(TextWrap.Lines("why: " + why, width, most >= 4 ? 2 : 1).Select(l => StyledText.Of(l, Role.Dim)));
        return [.. lines.Concat(Enumerable.Repeat(StyledText.Empty, most)).Take(most)];
    }

    private static ImmutableArray<StyledText> Nothing(ScreenState state, int width)
    {
        var text = !state.Appraisal.Rig.Parts.Any() ? "The rules speak up as soon as you equip a part. Start with the graphics card."
            : "No rule has anything to say about this rig.";
        return [.. TextWrap.Lines(text, width).Select(l => StyledText.Of(l, Role.Dim))];
    }
}
