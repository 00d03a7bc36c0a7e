namespace RigBuilder.Cli.Installing;

/// <summary>
/// Where an installed program lies. Every version has a folder of its own; what people call is one small file that names one of
/// them: on Unix a symbolic link, on Windows, where links need rights, a command file.
/// </summary>
/// <param name="Root">The folder with all versions; nothing of a user's is in it.</param>
/// <param name="Commands">The folder with the command.</param>
internal sealed record InstallFolders(string Root, string Commands)
{
    /// <summary>Name of the executable file.</summary>
    public static string Executable { get; } = OperatingSystem.IsWindows() ? "rigbuilder.exe" : "rigbuilder";

    /// <summary>The folder of all versions.</summary>
    public string Versions => Path.Combine(Root, "versions");

    /// <summary>The file that keeps two installations apart.</summary>
    public string Lock => Path.Combine(Root, ".lock");

    /// <summary>What people call.</summary>
    public string Command => Path.Combine(Commands, OperatingSystem.IsWindows() ? "rigbuilder.cmd" : "rigbuilder");

    /// <summary>
    /// The user's own: ~/.local/share/rigbuilder-app (XDG_DATA_HOME is honoured) and ~/.local/bin; on Windows both in
    /// %LOCALAPPDATA%\rigbuilder-app.
    /// </summary>
    public static InstallFolders Of(CliEnvironment environment)
    {
        var root = Path.Combine(environment.SharedDataFolder, "rigbuilder-app");
        return new InstallFolders(root, OperatingSystem.IsWindows()
            ? Path.Combine(root, "bin")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".local", "bin"));
    }
}
