using System.Diagnostics;
using RigBuilder.Cli.Composition.Files;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Workbench.Effects;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>Carries out what the workbench wants done outside: files, editor, reloading. Failures are messages.</summary>
internal sealed class WorkbenchEffects(CliEnvironment environment, RigShelf shelf, RigDesk desk, WorkbenchWorlds worlds, ITerminalHost host) : IEffectRunner
{
    private readonly DiskFiles _files = new();

    public void Run(Effect effect, Action<Message> dispatch)
    {
        switch (effect)
        {
            case Effect.SaveRig save:
                dispatch(desk.Save(shelf.PathFor(save.Path), save.Build, save.Overwrite));
                break;
            case Effect.Autosave autosave:
                desk.Keep(autosave.Build, autosave.Path, autosave.Unsaved);
                break;
            case Effect.LoadRig load:
                dispatch(desk.Load(environment.Resolve(load.Path), worlds.Load().Catalog));
                break;
            case Effect.ReadModel read:
                var folder = Path.GetDirectoryName(read.RigPath is null ? null : environment.Resolve(read.RigPath)) ?? environment.WorkingFolder;
                dispatch(new Message.ModelRead(read.Name, ModelFiles.Read(read.File, folder, worlds.Load().Catalog), read.Chosen));
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

    private Message Export(string path, string text) =>
        !RigDesk.TryCreateFolder(path, out var refused) || (refused = _files.Save(path, text)) is not null
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
}
