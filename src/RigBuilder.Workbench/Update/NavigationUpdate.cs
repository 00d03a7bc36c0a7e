using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>Moving about on the screens and taking what the cursor is on.</summary>
internal static class NavigationUpdate
{
    public static ScreenState MoveOnScreen(ScreenState state, int rows) => state.Screen switch
    {
        QuestScreen { Focus: PanelId.QuestQuants } quest => state.With(quest with { Quants = quest.Quants.Moved(rows, quest.Previews.Length) }),
        QuestScreen quest => state.With(quest with { Field = (QuestField)Math.Clamp((int)quest.Field + rows, 0, (int)QuestField.Target) }),
        BenchScreen bench => state.With(Move(state, bench, rows)),
        CompareScreen compare => state.With(compare with { Rows = compare.Rows.Moved(rows, 100) }),
        CodexScreen { Focus: PanelId.CodexEntry } codex => state.With(codex with { EntryTop = Math.Clamp(codex.EntryTop + rows, 0, 1000) }),
        CodexScreen codex => state.With(codex with { Entries = codex.Entries.Moved(rows, codex.Listed.Length), EntryTop = 0 }),
        ArenaScreen arena => state.With(ArenaUpdate.Move(state, arena, rows)),
        _ => state,
    };

    public static int PageRows(ScreenState state) => state.Screen switch
    {
        BenchScreen { Focus: PanelId.Candidates } bench => BenchLayout.Of(state.Size, bench.Focus).CandidateRows,
        CodexScreen codex => CodexLayout.Of(state.Size, codex.Focus).Rows,
        _ => Math.Max(1, ScreenLayout.Body(state.Size).Height / 2),
    };

    public static ScreenState FocusStep(ScreenState state, int step)
    {
        var panels = PanelsOf(state.Active);
        var at = panels.IndexOf(state.Screen.Focus);
        return FocusOn(state, panels[(at + step + panels.Length) % panels.Length]);
    }

    public static ScreenState FocusOn(ScreenState state, PanelId panel) =>
        PanelsOf(state.Active).Contains(panel) ? state.With(state.Screen with { Focus = panel }) : state;

    public static ImmutableArray<PanelId> PanelsOf(ScreenKind screen) => screen switch
    {
        ScreenKind.Quest => [PanelId.QuestForm, PanelId.QuestQuants],
        ScreenKind.Bench => [PanelId.Slots, PanelId.Candidates, PanelId.Stats, PanelId.Findings],
        ScreenKind.Compare => [PanelId.Compare],
        ScreenKind.Codex => [PanelId.CodexList, PanelId.CodexEntry],
        _ => [PanelId.ArenaFoes, PanelId.ArenaStages, PanelId.ArenaMachine, PanelId.ArenaBout, PanelId.ArenaScore],
    };

    public static ScreenState Show(ScreenState state, ScreenKind kind) =>
        state.Screens.Any(s => s.Kind == kind) ? state with { Active = kind } : state;

    public static ScreenState ScreenStep(ScreenState state, int step)
    {
        var at = state.Screens.IndexOf(state.Screen);
        return state with { Active = state.Screens[(at + step + state.Screens.Length) % state.Screens.Length].Kind };
    }

    public static Step Activate(ScreenState state)
    {
        switch (state.Screen)
        {
            case QuestScreen { Focus: PanelId.QuestQuants } quest when quest.Quants.Selected < quest.Previews.Length:
                return RigUpdate.SetQuest(state, s => s with { QuantId = quest.Previews[quest.Quants.Selected].Quant.Id });
            case QuestScreen quest: return QuestUpdate.Activate(state, quest);
            case BenchScreen { Focus: PanelId.Slots } bench: return state.With(bench with { Focus = PanelId.Candidates });
            case BenchScreen { Focus: PanelId.Candidates, Selected: { } candidate } bench: return RigUpdate.Equip(state, bench.Slot, candidate.Part.Id);
            case BenchScreen { Focus: PanelId.Findings }: return FollowCure(state);
            case CodexScreen { Focus: PanelId.CodexList } codex: return state.With(codex with { Focus = PanelId.CodexEntry });
            case CodexScreen { Selected.Location: { } at }: return Step.Of(state, new Effect.OpenEditor(at.File, at.Line));
            case ArenaScreen: return ArenaUpdate.Apply(state, new Message.Fight()) ?? state;
            default: return state;
        }
    }

    /// <summary>Drops what narrows the list, one thing at a time; then goes back to the first panel.</summary>
    public static ScreenState Dismiss(ScreenState state) => state.Screen switch
    {
        BenchScreen { Cure: not null } bench => state.With(bench with { Cure = null }),
        BenchScreen { Filter.Length: > 0 } bench => state.With(bench with { Filter = "" }),
        CodexScreen { Filter.Length: > 0, Focus: PanelId.CodexList } codex => state.With(codex with { Filter = "" }),
        { } screen => state.With(screen with { Focus = PanelsOf(screen.Kind)[0] }),
    };

    public static ScreenState FollowCure(ScreenState state)
    {
        if (state.Screen is not BenchScreen bench) return state;
        var findings = state.Findings;
        if (bench.Findings.Selected >= findings.Length) return state.Saying("There is nothing to cure.");
        var finding = findings[bench.Findings.Selected];
        if (finding.Slot is not { } slot) return state.Saying("This finding is about no slot in particular.");
        var after = Select(bench, slot) with { Focus = PanelId.Candidates, Cure = finding, Filter = "" };
        return state.With(after);
    }

    public static BenchScreen Select(BenchScreen bench, PartKind slot) => bench.Slot == slot
        ? bench
        : bench with { Slot = slot, Candidates = default, Filter = "", Cure = null, PendingCount = 1 };

    private static BenchScreen Move(ScreenState state, BenchScreen bench, int rows)
    {
        switch (bench.Focus)
        {
            case PanelId.Slots:
                var slots = PartLabels.Slots;
                return Select(bench, slots[(int)Math.Clamp((long)slots.IndexOf(bench.Slot) + rows, 0, slots.Length - 1)]);
            case PanelId.Candidates: return bench with { Candidates = bench.Candidates.Moved(rows, bench.Listed.Length) };
            case PanelId.Stats: return bench with { StatsTop = Math.Clamp(bench.StatsTop + rows, 0, 40) };
            default: return bench with { Findings = bench.Findings.Moved(rows, state.Findings.Length) };
        }
    }
}
