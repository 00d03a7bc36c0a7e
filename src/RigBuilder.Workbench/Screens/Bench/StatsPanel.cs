using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Painting;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The stat sheet; while a candidate is chosen it shows what would change.</summary>
internal static class StatsPanel
{
    public static Panel Draw(ScreenState state, BenchScreen bench, Rect area)
    {
        var candidate = bench.Focus == PanelId.Candidates ? bench.Selected : null;
        var held = state.Build[bench.Slot];
        var preview = candidate is null || held is [var only] && only.PartId == candidate.Part.Id && only.Count == candidate.Count ? null : candidate.After;
        var sheet = new StatSheet(state.Appraisal, preview, area.Width - 4, area.Height >= 18, state.Calm);
        var blocks = state.Appraisal.Quest.Model is null && !state.Appraisal.Rig.Parts.Any() ? Guide(area.Width - 4) : sheet.Blocks();
        var rows = blocks.Sum(b => b.Rows);
        var top = Math.Clamp(bench.StatsTop, 0, Math.Max(0, rows - area.Inner.Height));
        return new Panel(PanelId.Stats, area, StyledText.Of(preview is null ? "Stats" : "Stats if equipped", Role.Title), new PanelContent.Document(blocks) { Top = top })
        {
            Focused = bench.Focus == PanelId.Stats && state.Overlay is null,
        };
    }

    private static ImmutableArray<Block> Guide(int width) =>
    [
        .. TextWrap.Lines("Choose what this rig must run: press 1 for the quest. Then pick a graphics card and watch this sheet.", width)
            .Select(l => new Block.Text(StyledText.Of(l, Role.Accent))),
    ];
}
