namespace RigBuilder.Cli.Installing;

/// <summary>The file that people call, see <see cref="InstallFolders"/>. It changes from one version to the next in one step.</summary>
/// <param name="folders">Where it lies.</param>
internal sealed class CommandFile(InstallFolders folders)
{
    private const string Opening = "@\"%~dp0..\\versions\\";
    private const string Closing = "\\rigbuilder.exe\" %*";

    // Renamed over the command when it is complete.
    private string Fresh => folders.Command + ".rigbuilder-new";

    /// <summary>Whether there is a file, or a link to one that is gone.</summary>
    public bool Exists => new FileInfo(folders.Command) is { } file && (file.Exists || file.LinkTarget is not null);

    /// <summary>Whether it is one of ours: it names a version below our folder.</summary>
    public bool IsOurs => Target() is not null;

    /// <summary>The version that it names; null when there is none, or the file is somebody else's.</summary>
    public InstalledVersion? Target()
    {
        if (!Exists) return null;
        var name = OperatingSystem.IsWindows() ? NameIn(File.ReadAllText(folders.Command)) : NameOf(new FileInfo(folders.Command).LinkTarget);
        return name is null ? null : new InstalledVersion(Path.Combine(folders.Versions, name));
    }

    /// <summary>Lets it name a version.</summary>
    public void Point(InstalledVersion version)
    {
        File.Delete(Fresh);
        if (OperatingSystem.IsWindows()) File.WriteAllText(Fresh, Opening + Path.GetFileName(version.Folder) + Closing + "\r\n");
        else File.CreateSymbolicLink(Fresh, version.Executable);
        File.Move(Fresh, folders.Command, overwrite: true);
    }

    /// <summary>Removes it if it is ours, with what an installation left that broke off.</summary>
    public void Remove()
    {
        if (IsOurs) File.Delete(folders.Command);
        if (Directory.Exists(folders.Commands)) File.Delete(Fresh);
    }

    private static string? NameIn(string text) =>
        text.Trim() is { } line && line.StartsWith(Opening, StringComparison.Ordinal) && line.EndsWith(Closing, StringComparison.Ordinal) ? line[Opening.Length..^Closing.Length] : null;

    private string? NameOf(string? link) =>
        link is not null && Path.GetDirectoryName(Path.GetFullPath(link, folders.Commands)) is { } folder && Path.GetDirectoryName(folder) == folders.Versions ? Path.GetFileName(folder) : null;
}
