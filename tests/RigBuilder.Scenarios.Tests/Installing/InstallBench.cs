namespace RigBuilder.Scenarios.Tests.Installing;

/// <summary>A published folder that is a stand-in, and an empty home to install it into.</summary>
internal sealed class InstallBench : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public InstallBench() => Publish("one");

    /// <summary>The published folder.</summary>
    public string Published => Path.Combine(_folder.Path, "published");

    /// <summary>Where programs go.</summary>
    public string Root => Path.Combine(_folder.Path, "app");

    /// <summary>What people call.</summary>
    public string Command => Path.Combine(_folder.Path, "bin", OperatingSystem.IsWindows() ? "rigbuilder.cmd" : "rigbuilder");

    /// <summary>Folders of versions.</summary>
    public string[] Versions => Directory.Exists(Path.Combine(Root, "versions")) ? Directory.GetDirectories(Path.Combine(Root, "versions")) : [];

    /// <summary>All that lies below the home, folders and links as well.</summary>
    public string[] Everything => [.. Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories)
        .Where(e => !e.StartsWith(Published, StringComparison.Ordinal)).Select(e => Path.GetRelativePath(_folder.Path, e)).Order(StringComparer.Ordinal)];

    /// <summary>Makes a published folder whose program says something.</summary>
    public void Publish(string says)
    {
        var program = _folder.Write(Path.Combine("published", OperatingSystem.IsWindows() ? "rigbuilder.exe" : "rigbuilder"), $"#!/bin/sh\necho {says}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _folder.Write("published/catalog/quants.yaml", "quants: []\n");
        _folder.Write("published/rules/a/one.yaml", "id: one\n");
    }

    /// <summary>Writes a file below the home.</summary>
    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Installs or removes with the command line.</summary>
    public CliRun Run(string verb) => CliRun.In(_folder.Path, "", verb == "install"
        ? [verb, "--from", Published, "--to", Root, "--bin", Path.GetDirectoryName(Command)!]
        : [verb, "--to", Root, "--bin", Path.GetDirectoryName(Command)!]);

    /// <summary>What the installed program says.</summary>
    public string Says()
    {
        if (OperatingSystem.IsWindows()) return File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Root)!, "app", "versions", File.ReadAllText(Command).Split('\\')[^2], "rigbuilder.exe"))[1]["echo ".Length..];
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(Command) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }

    public void Dispose() => _folder.Dispose();
}
