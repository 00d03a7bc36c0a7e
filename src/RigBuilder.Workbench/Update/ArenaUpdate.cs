using RigBuilder.Validation.Report;
using RigBuilder.Validation.Storage;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.Screens;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>The arena: starting and stopping a validation, and what is heard of it. The bout goes on while other screens are shown.</summary>
internal static class ArenaUpdate
{
    public static Step? Apply(ScreenState state, Message message)
    {
        var arena = state.Get<ArenaScreen>();
        return message switch
        {
            Message.Fight => Fight(state, arena),
            Message.Retreat => Retreat(state, arena),
            Message.LookAgain => state.With(arena with { Machine = null, Looking = false }),
            Message.MachineFound found => state.With(arena with { Machine = found.Machine, Looking = false }),
            Message.ValidationsListed listed => state.With(arena with { Earlier = listed.Results }),
            Message.PickEarlier => state.Opened(EarlierBouts.Pick(arena.Earlier)),
            Message.ReadEarlier read => arena.Earlier.FirstOrDefault(e => e.Name == read.Name) is { } saved ? state.Opened(ReportDetails.Of(saved.Report)) : state,
            Message.BoutProgressed heard => OfBout(arena, heard.Number) is { Runs: true } bout ? state.With(arena with { Bout = bout.Hearing(heard.Progress, heard.Elapsed) }) : state,
            Message.BoutTicked tick => OfBout(arena, tick.Number) is { Runs: true } bout ? state.With(arena with { Bout = bout with { Elapsed = tick.Elapsed } }) : state,
            Message.BoutEnded ended => OfBout(arena, ended.Number) is { Runs: true } bout ? Ended(state, arena, bout, ended) : state,
            _ => (Step?)null,
        };
    }

    /// <summary>Why no validation can be started now; null when one can.</summary>
    public static string? WhyNotFight(ScreenState state)
    {
        if (state.Get<ArenaScreen>() is not { } arena) return null;
        if (arena.Bout is { Phase: BoutPhase.Stopping }) return "The last validation is just being stopped.";
        if (arena.Runs) return "A validation is running. Esc stops it.";
        return arena.OpponentOf(state) == Opponent.Quest && !state.Appraisal.Quest.IsComplete
            ? $"The quest has no model yet: 1 chooses one. Or take the {(state.Calm ? "quick run" : "sparring partner")}."
            : null;
    }

    public static ArenaScreen Move(ScreenState state, ArenaScreen arena, int rows) => arena.Focus switch
    {
        PanelId.ArenaFoes => arena with { Picked = (Opponent)Math.Clamp((int)arena.OpponentOf(state) + Math.Sign(rows), 0, (int)Opponent.Sparring) },
        PanelId.ArenaScore => arena with { ScoreTop = Math.Clamp(arena.ScoreTop + rows, 0, ScorePanel.MostTop(state, arena, Layout(state, arena).Score)) },
        PanelId.ArenaMachine => arena with { MachineTop = Math.Clamp(arena.MachineTop + rows, 0, MachinePanel.MostTop(state, arena, Layout(state, arena).Machine)) },
        _ => arena,
    };

    private static ArenaLayout Layout(ScreenState state, ArenaScreen arena) => ArenaLayout.Of(state.Size, arena.Focus, arena.Bout is { Runs: false });

    private static Step Fight(ScreenState state, ArenaScreen arena)
    {
        if (WhyNotFight(state) is { } reason) return state.Saying(reason, Role.Warning);
        var opponent = arena.OpponentOf(state);
        var number = (arena.Bout?.Number ?? 0) + 1;
        var after = arena with { Bout = new Bout(number, opponent), ScoreTop = 0, Focus = PanelId.ArenaBout };
        return Step.Of(state.With(after), new Effect.StartValidation(number, opponent, state.Build));
    }

    private static Step Retreat(ScreenState state, ArenaScreen arena) => arena.Bout switch
    {
        { Phase: BoutPhase.Running } bout => Step.Of(state.With(arena with { Bout = bout with { Phase = BoutPhase.Stopping } }), new Effect.CancelValidation()),
        { Phase: BoutPhase.Stopping } => state.Saying("It is being stopped."),
        _ => NavigationUpdate.Show(state, ScreenKind.Bench),
    };

    private static Step Ended(ScreenState state, ArenaScreen arena, Bout bout, Message.BoutEnded ended)
    {
        var over = bout with { Phase = BoutPhase.Ended, Report = ended.Report, SavedAs = ended.SavedAs, Blow = 0 };
        ImmutableArray<SavedResult> earlier = ended.SavedAs is { } name ? [new SavedResult(name, ended.Report), .. arena.Earlier] : arena.Earlier;
        var after = state.With(arena with { Bout = over, Focus = PanelId.ArenaScore, ScoreTop = 0, Earlier = earlier });
        return state.Active == ScreenKind.Arena ? after : Telling(after, over, ended.Report);
    }

    // Two sentences fit on a line; the figures are on the screen that 5 shows.
    private static ScreenState Telling(ScreenState state, Bout bout, ValidationReport report)
    {
        var (words, role) = VerdictLabels.Headline(bout, report, state.Calm);
        return state.Saying($"Arena: {words} Press 5.", role);
    }

    private static Bout? OfBout(ArenaScreen arena, int number) => arena.Bout is { } bout && bout.Number == number ? bout : null;
}
