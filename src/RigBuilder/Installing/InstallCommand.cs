using System.CommandLine;
using RigBuilder.Cli.Commands;
using RigBuilder.Cli.Composition;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;

namespace RigBuilder.Cli.Installing;

/// <summary>"install" and "uninstall": the program that is running, with its data, into the user's own folders and out again.</summary>
internal sealed class InstallCommand(CliEnvironment environment)
{
    private readonly Option<string?> _from = new("--from") { Description = "A published folder (default: this program's own).", HelpName = "DIR" };
    private readonly Option<string?> _to = new("--to") { Description = "Folder for the program (default: the user's own).", HelpName = "DIR" };
    private readonly Option<string?> _bin = new("--bin") { Description = "Folder for the command (default: the user's own).", HelpName = "DIR" };

    public Command Create()
    {
        var command = new Command("install", "Install this program with its data into your own folders, over an older one.") { _from, _to, _bin };
        command.SetAction(Install);
        return command;
    }

    public Command CreateRemoval()
    {
        var command = new Command("uninstall", "Remove what 'install' installed, and nothing else.") { _to, _bin };
        command.SetAction(Uninstall);
        return command;
    }

    private int Install(ParseResult parsed)
    {
        var folders = Folders(parsed);
        var from = parsed.GetValue(_from) is { } given ? environment.Resolve(given) : environment.ProgramFolder;
        var outcome = new Installer(folders).Install(Path.TrimEndingDirectorySeparator(from), ProgramBuild.Version);
        return Told(outcome, () =>
        {
            environment.Out.WriteLine($"installed {folders.Command} ({Bytes.FromCount(outcome.Bytes)}); 'rigbuilder uninstall' removes it, and your rigs stay");
            if (!OnPath(folders.Commands)) environment.Out.WriteLine($"{folders.Commands} is not on your PATH: add it to call 'rigbuilder' by its name");
        });
    }

    private int Uninstall(ParseResult parsed)
    {
        var folders = Folders(parsed);
        var any = new CommandFile(folders).IsOurs || InstalledVersion.All(folders).Count > 0;
        return Told(new Installer(folders).Uninstall(), () =>
            environment.Out.WriteLine(any ? $"removed {folders.Command}; your rigs and settings stay" : $"nothing is installed in {folders.Root}"));
    }

    private int Told(InstallOutcome outcome, Action well)
    {
        Diagnosing.Report(environment, outcome.Diagnostics);
        foreach (var left in outcome.Left) environment.Out.WriteLine($"left, since nobody installed it: {left}");
        if (!outcome.Diagnostics.IsEmpty) return ExitCode.BadInput;
        well();
        return ExitCode.Fits;
    }

    private InstallFolders Folders(ParseResult parsed)
    {
        var own = InstallFolders.Of(environment);
        var root = parsed.GetValue(_to) is { } to ? environment.Resolve(to) : own.Root;
        return new InstallFolders(root, parsed.GetValue(_bin) is { } bin ? environment.Resolve(bin) : own.Commands);
    }

    private bool OnPath(string folder) =>
        (environment.Variable("PATH") ?? "").Split(Path.PathSeparator).Any(p => Path.TrimEndingDirectorySeparator(p) == folder);
}
