using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The arena screen.</summary>
internal static class ArenaView
{
    public static ImmutableArray<Panel> Draw(ScreenState state, ArenaScreen arena, Size size)
    {
        var layout = ArenaLayout.Of(size, arena.Focus, arena.Bout is { Runs: false });
        var panels = ImmutableArray.CreateBuilder<Panel>();
        if (!layout.Foes.IsEmpty) panels.Add(FoesPanel.Draw(state, arena, layout.Foes));
        if (!layout.Stages.IsEmpty) panels.Add(StagesPanel.Draw(state, arena, layout.Stages));
        if (!layout.Machine.IsEmpty) panels.Add(MachinePanel.Draw(state, arena, layout.Machine));
        if (!layout.Bout.IsEmpty) panels.Add(BoutPanel.Draw(state, arena, layout.Bout));
        if (!layout.Boss.IsEmpty) panels.Add(BossPanel.Draw(state, arena, layout.Boss));
        if (!layout.Score.IsEmpty) panels.Add(ScorePanel.Draw(state, arena, layout.Score));
        return panels.ToImmutable();
    }

    /// <summary>A panel of blocks, scrolled within what there is.</summary>
    public static Panel Document(ScreenState state, ArenaScreen arena, PanelId id, Rect area, StyledText title, IReadOnlyList<Block> blocks, int top = 0)
    {
        var (rows, shown) = (blocks.Sum(b => b.Rows), area.Inner.Height);
        top = Math.Clamp(top, 0, Math.Max(0, rows - shown));
        return new Panel(id, area, title, new PanelContent.Document([.. blocks]) { Top = top })
        {
            Focused = arena.Focus == id && state.Overlay is null,
            Corner = rows > shown ? StyledText.Of($"{Math.Min(rows, top + shown)}/{rows}", Role.Dim) : StyledText.Empty,
        };
    }
}
