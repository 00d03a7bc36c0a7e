using System.CommandLine;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Composition.Files;
using RigBuilder.Cli.Composition.Screen;
using RigBuilder.Cli.Validating;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Rigs;
using RigBuilder.Workbench;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Messages;
using RigBuilder.Workbench.State;

namespace RigBuilder.Cli.Commands;

/// <summary>No command: the full-screen workbench, on a rig file, on the last session, or on an empty rig.</summary>
internal sealed class WorkbenchCommand(CliEnvironment environment, DataOptions data)
{
    private readonly Argument<string?> _rig = new("RIG") { Description = "A rig file to open (*.rig.yaml).", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _new = new("--new") { Description = "Start with an empty rig instead of the last session." };
    private readonly Option<bool> _plain = new("--plain") { Description = "Calm mode: no game elements." };
    private readonly Option<string> _theme = new("--theme") { Description = "Background to be readable on: auto, dark or light.", HelpName = "auto|dark|light", DefaultValueFactory = _ => "auto" };
    private readonly Option<bool> _ascii = new("--ascii") { Description = "Draw with ASCII characters only." };
    private readonly Option<bool> _noMouse = new("--no-mouse") { Description = "Leave the mouse to the terminal." };

    /// <summary>Adds the options and the action to the root command.</summary>
    public void AddTo(RootCommand root)
    {
        _theme.AcceptOnlyFromAmong("auto", "dark", "light");
        foreach (var option in (Option[])[_new, _plain, _theme, _ascii, _noMouse]) root.Add(option);
        root.SetAction(parsed => Run(parsed, null));
    }

    /// <summary>The same by name, with a rig file.</summary>
    public Command Create()
    {
        var command = new Command("open", "Open a rig file in the workbench.") { _rig, _new, _plain, _theme, _ascii, _noMouse };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(_rig)));
        return command;
    }

    private int Run(ParseResult parsed, string? rig)
    {
        using var owned = new HostOwner(Libraries.CreateHost(new ScreenOptions(
            parsed.GetValue(_theme)!, parsed.GetValue(_ascii), !parsed.GetValue(_noMouse))));
        var host = owned.Host;
        var refusal = environment.HasTerminal ? host.Capabilities.Refusal : "the workbench needs a terminal on input and output; 'rigbuilder check RIG' works without one";
        if (refusal is not null)
        {
            Diagnosing.Report(environment, [new Diagnostic("RB7008", DiagnosticSeverity.Error, null, refusal.TrimEnd('.'))]);
            return ExitCode.BadInput;
        }

        var folders = data.Folders(parsed, environment);
        var shelf = new RigShelf(environment, folders);
        var worlds = new WorkbenchWorlds(folders);
        var world = worlds.Load();
        using var desk = new RigDesk(environment);
        if (Start(rig, desk, world, parsed) is not { } start) return ExitCode.BadInput;

        using var bouts = new BoutEffects(Bouts(folders));
        var program = new ScreenProgram(
            start, new AllEffects(new WorkbenchEffects(environment, shelf, desk, worlds, host), bouts, new RuleEffects(() => WorldLoader.Load(folders))));
        using var watcher = new DataWatcher(Watched(folders), environment.Time, () => program.Post(new Message.DataReloaded(worlds.Load())));
        using var signals = new EndingSignals();
        host.Run(program, signals.Token);
        return program.Finished && !signals.Token.IsCancellationRequested ? ExitCode.Fits : signals.Await();
    }

    /// <summary>
    /// What is read again when it changes. Where predictions rest on saved validations, one that ends on the screen counts at once; the
    /// first one needs its folder to be watched before it is there.
    /// </summary>
    private static IEnumerable<string> Watched(DataFolders folders)
    {
        if (folders.Validations is not { } saved) return [.. folders.Catalogs, .. folders.Rules];
        try
        {
            Directory.CreateDirectory(saved);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then nothing can be saved there either, which the validation will tell.
        }

        return [.. folders.Catalogs, .. folders.Rules, saved];
    }

    private BoutPorts Bouts(DataFolders folders)
    {
        var kept = new ValidationFolders(environment);
        return new BoutPorts(
            Libraries.CreateProbe(environment.Time).ProbeAsync, () => WorldLoader.Load(folders with { Validations = null }), kept.Ports, kept.Results, environment.Time);
    }

    private Workbench.State.World Knowing(Workbench.State.World world, Build build, string? path)
    {
        if (build.Quest.ModelId is not { } name || world.Catalog.Names.Unread(name) is not { } file) return world;
        var folder = Path.GetDirectoryName(path is null ? null : environment.Resolve(path)) ?? environment.WorkingFolder;
        return world.Knowing(name, ModelFiles.Read(file, folder, world.Catalog));
    }

    private ScreenState? Start(string? rig, RigDesk desk, Workbench.State.World world, ParseResult parsed)
    {
        var calm = parsed.GetValue(_plain);
        if (rig is null)
        {
            return !parsed.GetValue(_new) && desk.Last(world.Catalog) is { } last
                ? ScreenState.Start(Knowing(world, last.Build, last.Path), last.Build, last.Path, calm, last.Saved)
                : ScreenState.Start(world, calm: calm);
        }

        switch (desk.Load(environment.Resolve(rig), world.Catalog))
        {
            case Message.Loaded loaded:
                return ScreenState.Start(Knowing(world, loaded.Build, loaded.Path), loaded.Build, loaded.Path, calm).Offering(loaded);
            case Message.Failed failed:
                Diagnosing.Report(environment, failed.Diagnostics);
                return null;
            default:
                return null;
        }
    }
}
