using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Screens;

/// <summary>The workbench screen.</summary>
internal static class BenchView
{
    public static ImmutableArray<Panel> Draw(ScreenState state, BenchScreen bench, Size size)
    {
        var layout = BenchLayout.Of(size, bench.Focus);
        var panels = ImmutableArray.CreateBuilder<Panel>();
        if (!layout.Slots.IsEmpty) panels.Add(SlotsPanel.Draw(state, bench, layout.Slots));
        if (!layout.Quest.IsEmpty) panels.Add(QuestSummaryPanel.Draw(state, layout.Quest));
        if (!layout.Candidates.IsEmpty) panels.Add(CandidatesPanel.Draw(state, bench, layout));
        if (!layout.Stats.IsEmpty) panels.Add(StatsPanel.Draw(state, bench, layout.Stats));
        if (!layout.Findings.IsEmpty) panels.Add(FindingsPanel.Draw(state, bench, layout));
        return panels.ToImmutable();
    }
}
