namespace RigBuilder.Cli.Installing;

/// <summary>
/// One version in its folder, with a receipt: the list of its files. The receipt is written last, so a folder without one is what an
/// installation left that did not get to its end.
/// </summary>
/// <param name="Folder">The folder.</param>
internal sealed record InstalledVersion(string Folder)
{
    private const string ReceiptName = "installed-files.txt";

    /// <summary>Whether it was installed to the end.</summary>
    public bool IsComplete => File.Exists(Receipt);

    /// <summary>Its executable.</summary>
    public string Executable => Path.Combine(Folder, InstallFolders.Executable);

    private string Receipt => Path.Combine(Folder, ReceiptName);

    /// <summary>All versions, complete or not.</summary>
    public static IReadOnlyList<InstalledVersion> All(InstallFolders folders) =>
        Directory.Exists(folders.Versions) ? [.. Directory.EnumerateDirectories(folders.Versions).Order(StringComparer.Ordinal).Select(f => new InstalledVersion(f))] : [];

    /// <summary>Copies a program with its data into a new folder and writes the receipt.</summary>
    /// <returns>The version, and the bytes that were copied.</returns>
    public static (InstalledVersion Version, long Bytes) Copy(string from, string to)
    {
        var version = new InstalledVersion(to);
        Directory.CreateDirectory(to);
        var (files, bytes) = (new List<string>(), 0L);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(from, file);
            if (name == ReceiptName) continue;
            var target = Path.Combine(to, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            files.Add(name.Replace('\\', '/'));
            bytes += new FileInfo(target).Length;
        }

        using var receipt = new FileStream(version.Receipt, FileMode.CreateNew);
        receipt.Write(System.Text.Encoding.UTF8.GetBytes(string.Concat(files.Select(f => f + "\n"))));
        receipt.Flush(flushToDisk: true);
        return (version, bytes);
    }

    /// <summary>
    /// Removes it: what is on the receipt and the folders that are empty then; what an installation left that did not get to its end, as a
    /// whole. The receipt goes last, so that a removal that breaks off can be repeated.
    /// </summary>
    /// <returns>Files in the folder that nobody installed; they stay.</returns>
    public IReadOnlyList<string> Remove()
    {
        if (!IsComplete)
        {
            Directory.Delete(Folder, recursive: true);
            return [];
        }

        foreach (var name in File.ReadLines(Receipt).Where(n => n.Length > 0 && IsInside(n))) DeleteFile(Path.Combine(Folder, name));
        foreach (var folder in Directory.EnumerateDirectories(Folder, "*", SearchOption.AllDirectories).OrderByDescending(f => f.Length))
            if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        var strangers = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(f => f != Receipt).ToArray();
        File.Delete(Receipt);
        if (strangers.Length == 0) Directory.Delete(Folder);
        return strangers;
    }

    // A receipt that somebody edited must not reach beyond the folder.
    private bool IsInside(string name) => Path.GetFullPath(name, Folder).StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void DeleteFile(string path)
    {
        if (File.Exists(path)) File.Delete(path);
    }
}
