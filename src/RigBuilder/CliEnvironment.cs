using RigBuilder.Cli.Output;

namespace RigBuilder.Cli;

/// <summary>What commands see of the world outside: streams, variables, folders, the clock. Tests pass their own.</summary>
internal sealed record CliEnvironment
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public required string WorkingFolder { get; init; }

    /// <summary>Where the program's own files lie; the search for catalog and rules starts there.</summary>
    public required string ProgramFolder { get; init; }

    public required bool HasTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static CliEnvironment OfThisProcess(string workingFolder) => new()
    {
        Out = new GuardedOutput(Console.Out),
        Error = new GuardedOutput(Console.Error),
        In = Console.In,
        Variable = Environment.GetEnvironmentVariable,
        WorkingFolder = workingFolder,
        ProgramFolder = AppContext.BaseDirectory,
        HasTerminal = !Console.IsInputRedirected && !Console.IsOutputRedirected,
    };

    /// <summary>The user's configuration folder (XDG on Unix, AppData on Windows); holds overlays.</summary>
    public string ConfigurationFolder => UserFolder("RIGBUILDER_CONFIG", "XDG_CONFIG_HOME", Environment.SpecialFolder.ApplicationData);

    /// <summary>The user's data folder (saved rigs, autosave, validation results).</summary>
    public string DataFolder => UserFolder("RIGBUILDER_DATA_HOME", "XDG_DATA_HOME", Environment.SpecialFolder.LocalApplicationData);

    /// <summary>The user's folder for the data of all programs.</summary>
    public string SharedDataFolder => SharedFolder("XDG_DATA_HOME", Environment.SpecialFolder.LocalApplicationData);

    /// <summary>A path as the user gave it, relative to the folder the command was started in.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, WorkingFolder);

    private string UserFolder(string own, string xdg, Environment.SpecialFolder special) =>
        Variable(own) is { Length: > 0 } given ? Resolve(given) : Path.Combine(SharedFolder(xdg, special), "rigbuilder");

    // A folder that is not there yet is still the right one: without DoNotVerify a new user's would come back as "". XDG says
    // that relative paths in its variables are to be ignored.
    private string SharedFolder(string xdg, Environment.SpecialFolder special) =>
        Variable(xdg) is { } set && Path.IsPathRooted(set) ? set : Environment.GetFolderPath(special, Environment.SpecialFolderOption.DoNotVerify);
}
