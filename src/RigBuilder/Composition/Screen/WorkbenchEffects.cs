using System.Diagnostics;
using RigBuilder.Cli.Composition.Files;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Rigs;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Carries out what the workbench wants done outside: files, editor, reloading. Failures are messages.</summary>
internal sealed class WorkbenchEffects(CliEnvironment environment, RigShelf shelf, WorkbenchWorlds worlds, ITerminalHost host) : IEffectRunner
{
    private readonly DiskFiles _files = new();

    public void Run(Effect effect, Action<Message> dispatch)
    {
        switch (effect)
        {
            case Effect.SaveRig save:
                dispatch(Save(shelf.PathFor(save.Path), save.Build));
                break;
            case Effect.Autosave autosave:
                Keep(autosave.Build);
                break;
            case Effect.LoadRig load:
                dispatch(Load(environment.Resolve(load.Path)));
                break;
            case Effect.ListRigs:
                dispatch(new Message.Listed(shelf.All()));
                break;
            case Effect.Export export:
                dispatch(Export(environment.Resolve(export.Path), export.Text));
                break;
            case Effect.OpenEditor editor:
                dispatch(Edit(editor.File, editor.Line));
                break;
            case Effect.ReloadData:
                dispatch(new Message.DataReloaded(worlds.Load()));
                break;
        }
    }

    private Message Save(string path, Build build)
    {
        if (!TryCreateFolder(path, out var refused) || (refused = new RigFiles(_files).Save(path, build)) is not null)
            return new Message.Failed("The rig was not saved", [refused!]);
        return new Message.Saved(path, build);
    }

    private void Keep(Build build)
    {
        // A failed autosave must not disturb the work on the screen; saving by hand tells what is wrong.
        if (TryCreateFolder(shelf.Autosave, out _)) _ = new RigFiles(_files).Save(shelf.Autosave, build);
    }

    private Message Load(string path)
    {
        var read = new RigFiles(_files).Load(path, worlds.Load().Catalog);
        return read.Value is { } build ? new Message.Loaded(path, build) : new Message.Failed("The rig was not loaded", read.Diagnostics);
    }

    private Message Export(string path, string text) =>
        !TryCreateFolder(path, out var refused) || (refused = _files.Save(path, text)) is not null
            ? new Message.Failed("Nothing was written", [refused!])
            : new Message.Inform($"Written to {path}.", Role.Info);

    private Message Edit(string file, int line)
    {
        var editor = environment.Variable("VISUAL") ?? environment.Variable("EDITOR") ?? (OperatingSystem.IsWindows() ? "notepad" : "vi");
        string? problem = null;
        host.Yield(() => problem = EditorProcess.Run(editor, file, line));
        return problem is null
            ? new Message.DataReloaded(worlds.Load())
            : new Message.Failed("The editor did not open", [new Diagnostic("RB7006", DiagnosticSeverity.Error, new SourceLocation(file, line, 0), problem) { Help = "set EDITOR to a program that opens text files" }]);
    }

    private static bool TryCreateFolder(string path, out Diagnostic? refused)
    {
        refused = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            refused = new Diagnostic("RB7007", DiagnosticSeverity.Error, new SourceLocation(path, 0, 0), "its folder cannot be made: " + e.Message.TrimEnd('.'));
            return false;
        }
    }
}
