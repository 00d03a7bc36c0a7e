using System.CommandLine;
using RigBuilder.Cli.Composition;

namespace RigBuilder.Cli.Commands;

/// <summary>"about": version, libraries, packages, folders.</summary>
internal static class AboutCommand
{
    public static Command Create(CliEnvironment environment, DataOptions data)
    {
        var command = new Command("about", "Show the version, the libraries it stands on, and the folders in use.");
        command.SetAction(parsed =>
        {
            var folders = data.Folders(parsed, environment);
            environment.Out.WriteLine($"RigBuilder {ProgramBuild.Version}, {ProgramBuild.Kind(environment.ProgramFolder)}");
            foreach (var (port, library) in Libraries.All) environment.Out.WriteLine($"  {port,-18}{library}");
            environment.Out.WriteLine("packages");
            foreach (var package in Package.All) environment.Out.WriteLine($"  {package.Name,-28}{package.Version,-12}{(package.IsIn ? "in" : "out"),-5}{package.Use} ({package.Comes})");
            if (Package.All.Any(p => p is { IsExtra: true, IsIn: false })) environment.Out.WriteLine($"  {Package.HowToGetExtras}");
            environment.Out.WriteLine($"data           {folders.Root}");
            foreach (var overlay in folders.Overlays) environment.Out.WriteLine($"overlay        {overlay}");
            environment.Out.WriteLine($"configuration  {environment.ConfigurationFolder}");
            environment.Out.WriteLine($"saved rigs     {environment.DataFolder}");
            Diagnosing.Report(environment, Libraries.InferenceObstacles());
            return ExitCode.Fits;
        });
        return command;
    }
}
