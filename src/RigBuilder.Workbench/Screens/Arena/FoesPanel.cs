using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>What can be run.</summary>
internal static class FoesPanel
{
    public static Panel Draw(ScreenState state, ArenaScreen arena, Rect area)
    {
        var quest = state.Appraisal.Quest;
        var asked = quest.IsComplete ? StyledText.Of($"{quest.Model!.Name} {quest.Quant!.Name}", Role.Accent) : StyledText.Of("no model yet", Role.Locked);
        ImmutableArray<TableRow> rows =
        [
            TableRow.Of("Quest", asked),
            TableRow.Of(state.Calm ? "Quick" : "Sparring", StyledText.Of(area.Width >= 46 ? "fits this machine, under a minute" : "under a minute", Role.Dim)),
        ];
        var content = new PanelContent.Table([new Column("", 8), new Column("", 10) { Grows = true }], rows)
        {
            Headings = false,
            Total = rows.Length,
            Selected = (int)arena.OpponentOf(state),
        };
        return new Panel(PanelId.ArenaFoes, area, StyledText.Of(state.Calm ? "What to run" : "Opponent", Role.Title), content)
        {
            Focused = arena.Focus == PanelId.ArenaFoes && state.Overlay is null,
        };
    }
}
