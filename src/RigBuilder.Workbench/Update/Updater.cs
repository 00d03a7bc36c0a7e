using RigBuilder.Workbench.Bindings;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.Screens;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>The one way the state changes: a state and a message in, a state and effects out. Pure; never throws for any message.</summary>
public static class Updater
{
    /// <summary>Applies a message and brings everything derived up to date.</summary>
    public static Step Apply(ScreenState state, Message message)
    {
        var step = Dispatch(Lasts(message) ? state : state with { Notice = null }, message);
        var refreshed = Refresher.Refresh(state, step.State);
        return new Step(refreshed.State, [.. step.Effects, .. refreshed.Effects]);
    }

    internal static Step Dispatch(ScreenState state, Message message)
    {
        var overlay = state.Overlay;
        return message switch
        {
            Message.Move move => overlay is null ? NavigationUpdate.MoveOnScreen(state, move.Rows) : OverlayUpdate.Move(state, overlay, move.Rows),
            Message.Page page => overlay is null
                ? NavigationUpdate.MoveOnScreen(state, page.Pages * NavigationUpdate.PageRows(state))
                : OverlayUpdate.Move(state, overlay, page.Pages * OverlayUpdate.PageRows(state, overlay)),
            Message.Edge edge => overlay is null ? NavigationUpdate.MoveOnScreen(state, edge.Last ? 100_000 : -100_000) : OverlayUpdate.Edge(state, overlay, edge.Last),
            Message.Activate => overlay is null ? NavigationUpdate.Activate(state) : OverlayUpdate.Activate(state, overlay),
            Message.Dismiss => overlay is null ? NavigationUpdate.Dismiss(state) : OverlayUpdate.Dismiss(state, overlay),
            Message.FocusStep focus => NavigationUpdate.FocusStep(state, focus.Step),
            Message.FocusOn focus => NavigationUpdate.FocusOn(state, focus.Panel),
            Message.Show show => NavigationUpdate.Show(state, show.Screen),
            Message.ScreenStep screen => NavigationUpdate.ScreenStep(state, screen.Step),
            Message.Type or Message.Erase or Message.CaretMove => overlay is null ? state : OverlayUpdate.Edit(state, overlay, e => Edited(e, message)),
            Message.Click click => MouseUpdate.Click(state, click.Panel, click.Row),
            Message.Scroll scroll => MouseUpdate.Scroll(state, scroll.Panel, scroll.Rows),
            Message.Resize resize => state with { Size = resize.Size },
            Message.Refuse refuse => state.Saying(refuse.Reason, Role.Warning),
            Message.Inform inform => state.Saying(inform.Text, inform.Role),
            _ => OnRig(state, message) ?? OnBench(state, message) ?? ArenaUpdate.Apply(state, message) ?? OnFiles(state, message),
        };
    }

    private static Step? OnRig(ScreenState state, Message message) => message switch
    {
        Message.Equip equip => RigUpdate.Equip(state, equip.Slot, equip.PartId),
        Message.AddBeside => state.Screen is BenchScreen bench ? RigUpdate.AddBeside(state, bench) : state,
        Message.Count count => state.Screen is BenchScreen bench ? RigUpdate.Count(state, bench, count.Step) : state,
        Message.Remove => state.Screen switch
        {
            BenchScreen bench => RigUpdate.Remove(state, bench),
            QuestScreen quest => QuestUpdate.Clear(state, quest.Field),
            _ => state,
        },
        Message.Adjust adjust => state.Screen is QuestScreen quest ? QuestUpdate.Adjust(state, quest.Field, adjust.Step) : state,
        Message.ChooseModel model => QuestUpdate.ChooseModel(state, model.ModelId, model.QuantId),
        Message.ReadModel model => Step.Of(state, new Effect.ReadModel(model.Name, model.File, state.Path, Chosen: true)),
        Message.ModelRead read => QuestUpdate.Read(state, read),
        Message.ChooseQuant quant => RigUpdate.SetQuest(state, s => s with { QuantId = quant.QuantId }),
        Message.NewRig => RigUpdate.Edit(state, Build.Empty with { Quest = state.Build.Quest }) with { Path = null },
        Message.Undo => RigUpdate.Undo(state),
        Message.Redo => RigUpdate.Redo(state),
        _ => (Step?)null,
    };

    private static Step? OnBench(ScreenState state, Message message) => message switch
    {
        Message.CycleSort => state.Screen is BenchScreen bench
            ? state.With(bench with { Sort = (CandidateSort)(((int)bench.Sort + 1) % Enum.GetValues<CandidateSort>().Length), Candidates = default })
            : state,
        Message.ToggleCompatible => state.Screen is BenchScreen bench ? state.With(bench with { CompatibleOnly = !bench.CompatibleOnly }) : state,
        Message.OpenFilter => OpenFilter(state),
        Message.ContinueScan => state.Screen is BenchScreen { Scan: { IsComplete: false } scan } bench
            ? state.With(bench with { Scan = CandidateListing.Continued(state, scan) })
            : state,
        Message.FollowCure => NavigationUpdate.FollowCure(state),
        Message.OpenDetails => DetailsUpdate.Open(state),
        Message.Pin => state.With(state.Get<CompareScreen>() with { Pinned = state.Appraisal }).Saying($"Pinned {state.Build.Name} for comparison: press 3."),
        Message.Study => DetailsUpdate.RuleAt(state) is { } rule ? Step.Of(state, new Effect.StudyRule(rule, state.Build)) : state,
        Message.RuleStudied studied => state.Opened(RuleDetails.Of(studied.Result, state.Build.Name)),
        Message.OpenHelp => state.Opened(new Overlay.Help()),
        Message.OpenPalette => state.Opened(CommandPalette.Of(state)),
        _ => (Step?)null,
    };

    private static Step OnFiles(ScreenState state, Message message) => message switch
    {
        Message.Ask ask => PromptUpdate.Ask(state, ask.Purpose),
        Message.AskSetting ask => SettingsUpdate.Ask(state, ask.Setting),
        Message.Save => FileUpdate.Save(state),
        Message.OpenLoad => Step.Of(state, new Effect.ListRigs()),
        Message.Load load => Step.Of(state, new Effect.LoadRig(load.Path)),
        Message.Edit => FileUpdate.Edit(state),
        Message.Reload => Step.Of(state, new Effect.ReloadData()),
        Message.OpenDiagnostics => FileUpdate.Diagnostics(state),
        Message.Quit => FileUpdate.Quit(state),
        Message.QuitNow => Step.Of(state, new Effect.Quit()),
        Message.Saved saved => FileUpdate.Saved(state, saved.Path, saved.Build),
        Message.SaveRefused refused => FileUpdate.Refused(state, refused),
        Message.SaveOver over => Step.Of(state, new Effect.SaveRig(over.Path, over.Build, Overwrite: true)),
        Message.Loaded loaded => FileUpdate.Loaded(state, loaded),
        Message.TakeUp left => RigUpdate.Edit(state, left.Build).Saying("The unsaved edits are back. Press u for the rig as its file has it."),
        Message.Listed listed => FileUpdate.Listed(state, listed.Paths),
        Message.DataReloaded reloaded => FileUpdate.Reloaded(state, reloaded.World),
        Message.Failed failed => FileUpdate.Failed(state, failed.What, failed.Diagnostics),
        _ => throw new InvalidOperationException($"{message.GetType().Name} is handled nowhere"),
    };

    private static ScreenState OpenFilter(ScreenState state) => state.Screen switch
    {
        BenchScreen bench => state.With(bench with { Focus = PanelId.Candidates }).Opened(new Overlay.Filter(LineEditor.Of(bench.Filter))),
        CodexScreen codex => state.With(codex with { Focus = PanelId.CodexList }).Opened(new Overlay.Filter(LineEditor.Of(codex.Filter))),
        _ => state,
    };

    private static LineEditor Edited(LineEditor editor, Message message) => message switch
    {
        Message.Type type => editor.Typed(type.Text),
        Message.CaretMove move => editor.Moved(move.Characters),
        Message.Erase { Kind: EraseKind.Back } => editor.ErasedBack(),
        Message.Erase { Kind: EraseKind.Forward } => editor.ErasedForward(),
        Message.Erase { Kind: EraseKind.Word } => editor.ErasedWord(),
        _ => LineEditor.Empty,
    };

    private static bool Lasts(Message message) => message is Message.Resize or Message.DataReloaded or Message.ContinueScan
        or Message.MachineFound or Message.ValidationsListed or Message.BoutProgressed or Message.BoutTicked;
}
