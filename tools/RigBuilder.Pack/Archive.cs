using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace RigBuilder.Pack;

/// <summary>One folder as an archive that depends on nothing but its files' names, contents and right to run.</summary>
public static class Archive
{
    // The oldest that a zip file can say.
    private static readonly DateTimeOffset Then = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it, and SHA256SUMS of all archives beside it.</summary>
    /// <param name="folder">What goes in.</param>
    /// <param name="name">The archive's name, and that of the one folder in it.</param>
    /// <param name="zip">Whether it is a zip file; else a compressed tar file.</param>
    /// <param name="output">Where it goes.</param>
    /// <returns>The archive.</returns>
    public static string Write(string folder, string name, bool zip, string output)
    {
        Directory.CreateDirectory(output);
        var path = Path.Combine(output, name + (zip ? ".zip" : ".tar.gz"));
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => (Path: f, Name: $"{name}/{Path.GetRelativePath(folder, f).Replace('\\', '/')}")).OrderBy(f => f.Name, StringComparer.Ordinal);
        using (var stream = File.Create(path + ".new"))
        {
            if (zip) Zip(stream, files);
            else Tar(stream, files);
        }

        File.Move(path + ".new", path, overwrite: true);
        var archives = Directory.EnumerateFiles(output).Where(f => f.EndsWith(".zip", StringComparison.Ordinal) || f.EndsWith(".tar.gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(output, "SHA256SUMS"), string.Concat(archives.Select(f => $"{Sum(f)}  {Path.GetFileName(f)}\n")));
        return path;
    }

    private static void Zip(Stream stream, IEnumerable<(string Path, string Name)> files)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (path, name) in files)
        {
            var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Then;
            using var content = entry.Open();
            using var file = File.OpenRead(path);
            file.CopyTo(content);
        }
    }

    private static void Tar(Stream stream, IEnumerable<(string Path, string Name)> files)
    {
        using var compressed = new GZipStream(stream, CompressionLevel.SmallestSize);
        using var archive = new TarWriter(compressed, TarEntryFormat.Pax);
        foreach (var (path, name) in files)
        {
            using var content = File.OpenRead(path);
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { ModificationTime = Then, Mode = Mode(path), DataStream = content });
        }
    }

    private static UnixFileMode Mode(string path)
    {
        const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Runs = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var name = Path.GetFileName(path);
        return name is "rigbuilder" or "createdump" || name.EndsWith(".so", StringComparison.Ordinal) || name.EndsWith(".dylib", StringComparison.Ordinal) ? Readable | Runs : Readable;
    }

    private static string Sum(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
