using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>Clicks and the wheel: a click focuses and selects, a click on what is selected takes it.</summary>
internal static class MouseUpdate
{
    public static Step Click(ScreenState state, PanelId panel, int row)
    {
        if (state.Overlay is Overlay.Picker picker && panel == PanelId.Picker && row >= 0)
        {
            return picker.Cursor.Selected == row
                ? OverlayUpdate.Activate(state, picker)
                : state.Replaced(picker with { Cursor = picker.Cursor with { Selected = row } });
        }

        if (state.Overlay is Overlay.Filter) state = state.Closed();
        else if (state.Overlay is not null) return state;
        var focused = state.Screen.Focus == panel;
        state = NavigationUpdate.FocusOn(state, panel);
        if (row < 0 || state.Screen.Focus != panel) return state;
        var (selected, after) = Select(state, panel, row);
        return focused && selected == row ? NavigationUpdate.Activate(after) : after;
    }

    public static ScreenState Scroll(ScreenState state, PanelId panel, int rows)
    {
        if (state.Overlay is { } overlay and not Overlay.Filter) return OverlayUpdate.Move(state, overlay, rows);
        if (state.Screen.Focus == panel) return NavigationUpdate.MoveOnScreen(state, rows);
        var before = state.Screen.Focus;
        var moved = NavigationUpdate.MoveOnScreen(NavigationUpdate.FocusOn(state, panel), rows);
        return panel == PanelId.Slots ? state : NavigationUpdate.FocusOn(moved, before);
    }

    private static (int Selected, ScreenState After) Select(ScreenState state, PanelId panel, int row)
    {
        switch (state.Screen)
        {
            case QuestScreen quest when panel == PanelId.QuestForm && row <= (int)QuestField.Target:
                return ((int)quest.Field, state.With(quest with { Field = (QuestField)row }));
            case QuestScreen quest when panel == PanelId.QuestQuants:
                return (quest.Quants.Selected, state.With(quest with { Quants = quest.Quants with { Selected = row } }));
            case BenchScreen bench when panel == PanelId.Slots && row < PartLabels.Slots.Length:
                return (PartLabels.Slots.IndexOf(bench.Slot), state.With(NavigationUpdate.Select(bench, PartLabels.Slots[row])));
            case BenchScreen bench when panel == PanelId.Candidates:
                return (bench.Candidates.Selected, state.With(bench with { Candidates = bench.Candidates with { Selected = row } }));
            case BenchScreen bench when panel == PanelId.Findings:
                return (bench.Findings.Selected, state.With(bench with { Findings = bench.Findings with { Selected = row } }));
            case CodexScreen codex when panel == PanelId.CodexList:
                return (codex.Entries.Selected, state.With(codex with { Entries = codex.Entries with { Selected = row }, EntryTop = 0 }));
            case ArenaScreen arena when panel == PanelId.ArenaFoes && row <= (int)Opponent.Sparring:
                return ((int)arena.OpponentOf(state), state.With(arena with { Picked = (Opponent)row }));
            default: return (-1, state);
        }
    }
}
