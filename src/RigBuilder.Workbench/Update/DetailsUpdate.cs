using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Screens;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>Shows what the cursor is on in full.</summary>
internal static class DetailsUpdate
{
    public static ScreenState Open(ScreenState state)
    {
        switch (state.Screen)
        {
            case BenchScreen { Focus: PanelId.Findings } bench when bench.Findings.Selected < state.Findings.Length:
                var finding = state.Findings[bench.Findings.Selected];
                return state.Opened(PartDetails.Of(finding, Written(state, finding.RuleId)));
            case BenchScreen { Focus: PanelId.Stats }:
                return state.Opened(ForecastDetails.Of(state.Appraisal));
            case BenchScreen { Focus: PanelId.Slots } bench when state.Build[bench.Slot] is [var held, ..]:
                return bench.Scan?.Candidates.FirstOrDefault(c => c.Part.Id == held.PartId) is { } equipped
                    ? state.Opened(PartDetails.Of(equipped, Written(state, held.PartId)))
                    : state.Saying($"The catalog has no '{held.PartId}'.", Role.Warning);
            case BenchScreen { Selected: { } candidate }:
                return state.Opened(PartDetails.Of(candidate, Written(state, candidate.Part.Id)));
            case QuestScreen when state.Appraisal.Quest.Model is { } model:
                return state.Opened(PartDetails.Of(model.Name, [("Family", model.Family), ("Note", model.Note), ("Source", model.Source),
                    ("Quantisation", state.Appraisal.Quest.Quant?.Note), ("Launch line", state.Appraisal.Forecast.Placement?.Launch)]));
            case ArenaScreen { Bout.Report: { } report }: return state.Opened(ReportDetails.Of(report));
            default: return state.Saying("There is nothing to show here.");
        }
    }

    /// <summary>The rule that the cursor is on: in the codex, or behind a finding; null elsewhere.</summary>
    public static string? RuleAt(ScreenState state) => state.Screen switch
    {
        CodexScreen { Selected: { Group: CodexEntry.Rules } entry } => entry.Id,
        BenchScreen { Focus: PanelId.Findings } bench when bench.Findings.Selected < state.Findings.Length => state.Findings[bench.Findings.Selected].RuleId,
        _ => null,
    };

    private static CodexEntry? Written(ScreenState state, string id) => state.World.Codex.FirstOrDefault(e => e.Id == id);
}
