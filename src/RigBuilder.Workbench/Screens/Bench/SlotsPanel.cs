using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The equipment slots with what they hold and the worst finding about each.</summary>
internal static class SlotsPanel
{
    public static Panel Draw(ScreenState state, BenchScreen bench, Rect area)
    {
        var rows = PartLabels.Slots.Select(slot => Row(state, slot)).ToImmutableArray();
        var content = new PanelContent.Table(
            [new Column("", 6), new Column("", 8) { Grows = true }, new Column("", 2) { AlignRight = true }, new Column("", 1)], rows)
        {
            Headings = false,
            Total = rows.Length,
            Selected = PartLabels.Slots.IndexOf(bench.Slot),
        };
        return new Panel(PanelId.Slots, area, StyledText.Of("Rig", Role.Title), content) { Focused = bench.Focus == PanelId.Slots && state.Overlay is null };
    }

    private static TableRow Row(ScreenState state, PartKind slot)
    {
        var held = state.Build[slot];
        var count = held.Sum(s => s.Count);
        return TableRow.Of(
            StyledText.Of(PartLabels.Short(slot), Role.Dim),
            held.IsEmpty ? Empty(state, slot) : Names(state, slot, held),
            count > 1 ? StyledText.Of($"×{count}", Role.Accent) : StyledText.Empty,
            Mark(state, slot));
    }

    // A machine fills the slots with parts of its own.
    private static StyledText Empty(ScreenState state, PartKind slot)
    {
        var parts = state.Appraisal?.Rig.Parts ?? [];
        var own = parts.Where(p => p.Kind == slot && p.Included).Select(PartLabels.Short).Distinct().ToArray();
        if (own.Length > 0) return StyledText.Of(string.Join(" + ", own), Role.Dim);
        if (slot == PartKind.Machine) return StyledText.Of("self-built", Role.MeterEmpty);
        var fixedIn = parts.OfType<WholeMachine>().Any(m => !m.IsOpen && !m.Changes.Contains(slot));
        return StyledText.Of(fixedIn ? "built in" : "empty", Role.MeterEmpty);
    }

    private static StyledText Names(ScreenState state, PartKind slot, ImmutableArray<Selection> held)
    {
        var text = StyledText.Empty;
        foreach (var selection in held)
        {
            if (!text.IsEmpty) text = text.Then(" + ", Role.Dim);
            text = state.World.Catalog.Find(slot, selection.PartId) is { } part
                ? text.Then(PartLabels.Short(part), Role.Equipped)
                : text.Then($"{selection.PartId}?", Role.Conflict);
        }

        return text;
    }

    private static StyledText Mark(ScreenState state, PartKind slot)
    {
        var worst = state.Findings.FirstOrDefault(f => f.Slot == slot && f.Severity <= Severity.Warning);
        if (worst is not null) return StyledText.Of(FindingLabels.Glyph(worst.Severity), FindingLabels.RoleOf(worst.Severity));
        return state.Build[slot].IsEmpty ? StyledText.Empty : StyledText.Of("✓", Role.Upgrade);
    }

}
