using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.Screens;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>Saving, loading, reloading data, and the end of the session.</summary>
internal static class FileUpdate
{
    public static Step Save(ScreenState state) => state.Path is { } path
        ? Step.Of(state, new Effect.SaveRig(path, state.Build))
        : PromptUpdate.Ask(state, PromptPurpose.SaveAs);

    public static ScreenState Saved(ScreenState state, string path, Build build) =>
        (state with { Saved = build, Path = path }).Saying($"Saved to {path}");

    public static ScreenState Refused(ScreenState state, Message.SaveRefused refused)
    {
        var question = new Overlay.Confirm(
            "Save", $"{refused.Path} {refused.Reason}. Overwrite it with this rig? To keep both: no, then save under another name.", new Message.SaveOver(refused.Path, refused.Build));
        return state.Overlay is Overlay.Confirm { OnYes: Message.SaveOver } ? state.Replaced(question) : state.Opened(question);
    }

    public static ScreenState Loaded(ScreenState state, Message.Loaded loaded)
    {
        var unsaved = state.Unsaved;
        var after = RigUpdate.Edit(state, loaded.Build) with { Saved = loaded.Build, Path = loaded.Path };
        return after.Saying(unsaved ? $"Loaded {loaded.Path}. Press u to get the unsaved rig back." : $"Loaded {loaded.Path}").Offering(loaded);
    }

    public static ScreenState Listed(ScreenState state, ImmutableArray<string> paths) => state.Opened(
        new Overlay.Picker("Load a rig", [.. paths.Select(p => new PickerItem(Path.GetFileName(p), Path.GetDirectoryName(p) ?? "", new Message.Load(p))),
            new PickerItem("Another file …", "type its path", new Message.Ask(PromptPurpose.LoadFrom))]));

    public static ScreenState Reloaded(ScreenState state, World world)
    {
        var after = state with { World = world };
        after = after.With(after.Get<QuestScreen>() with { PreviewedFor = null });
        var problems = world.Diagnostics.Length;
        return problems == 0
            ? after.Saying("Catalog and rules reloaded.")
            : after.Saying($"Reloaded with {problems} problem{(problems == 1 ? "" : "s")}: press D to read.", Role.Warning);
    }

    public static ScreenState Failed(ScreenState state, string what, ImmutableArray<Diagnostic> diagnostics) =>
        state.Opened(new Overlay.Details(what, DiagnosticBlocks.Of(diagnostics)) { Location = diagnostics.FirstOrDefault()?.Location });

    public static ScreenState Diagnostics(ScreenState state) => state.World.Diagnostics.IsEmpty
        ? state.Saying("All data files are fine.")
        : state.Opened(new Overlay.Details("Problems in the data files", DiagnosticBlocks.Of(state.World.Diagnostics))
        {
            Location = state.World.Diagnostics[0].Location,
        });

    public static Step Quit(ScreenState state) => state.Unsaved
        ? state.Opened(new Overlay.Confirm("Quit", "The rig has unsaved changes. Quit anyway? (It comes back next time.)", new Message.QuitNow()))
        : Step.Of(state, new Effect.Quit());

    public static Step Edit(ScreenState state)
    {
        var location = state.Overlay is Overlay.Details details ? details.Location : state.Screen is CodexScreen codex ? codex.Selected?.Location : null;
        return location is null ? state.Saying("It is not known where this is written.") : Step.Of(state, new Effect.OpenEditor(location.File, location.Line));
    }
}
