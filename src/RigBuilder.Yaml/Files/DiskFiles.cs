using System.Collections.Immutable;
using System.Security;
using System.Text;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Files;

/// <summary>
/// Reads and writes text files on disk: the only class of this project that touches the file system. Whatever the disk
/// refuses becomes a diagnostic.
/// </summary>
public sealed class DiskFiles
{
    private const int DeepestFolder = 8;

    /// <summary>Whether a folder exists.</summary>
    public bool FolderExists(string path) => Directory.Exists(path);

    /// <summary>Reads all *.yaml and *.yml files below a folder, hidden ones excepted, ordered by path.</summary>
    /// <param name="folder">The folder; its spelling starts the paths in diagnostics.</param>
    public TextFolder ReadFolder(string folder)
    {
        var files = ImmutableArray.CreateBuilder<TextFile>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in Paths(folder, diagnostics))
        {
            if (Read(path, out var error) is { } file) files.Add(file);
            else if (error is not null) diagnostics.Add(error);
        }

        return new TextFolder(folder, files.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>Reads one file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="error">RB1012 when it cannot be read, RB1005 when it is too large, RB1001 when it is not UTF-8; else null.</param>
    /// <returns>The file, or null with <paramref name="error"/>.</returns>
    public TextFile? Read(string path, out Diagnostic? error)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
            var bytes = ReadUpTo(stream, YamlLimits.FileLength + 1);
            if (bytes.Length <= YamlLimits.FileLength) return TextFile.Decode(path, bytes, out error);
            error = YamlParser.TooLong(path, Math.Max(stream.Length, bytes.Length));
        }
        catch (Exception e) when (IsRefusal(e))
        {
            error = Refusal("RB1012", path, "the file cannot be read", e);
        }

        return null;
    }

    /// <summary>
    /// Writes a file as a whole or not at all: a temporary file in the same folder is written, flushed to disk and renamed
    /// over the old one, which keeps its permissions and stays as it was when anything fails.
    /// </summary>
    /// <param name="path">The file; a symbolic link is followed.</param>
    /// <param name="text">Its new text, stored as UTF-8.</param>
    /// <returns>Null, or RB1013 when the disk refuses.</returns>
    public Diagnostic? Save(string path, string text)
    {
        string? temporary = null;
        try
        {
            var target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
            temporary = Path.Combine(Path.GetDirectoryName(target) ?? ".", $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
            return null;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            Discard(temporary);
            return Refusal("RB1013", path, "the file cannot be written", e);
        }
    }

    // The length that a file system states may be wrong (0 in /proc) or change while the file is read.
    private static ReadOnlySpan<byte> ReadUpTo(FileStream stream, int most)
    {
        var bytes = new byte[Math.Clamp(stream.Length + 1, 4096, most)];
        var length = 0;
        while (true)
        {
            var read = stream.Read(bytes, length, bytes.Length - length);
            length += read;
            if (read == 0 || length == most) return bytes.AsSpan(0, length);
            if (length == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(2L * bytes.Length, most));
        }
    }

    private static ImmutableArray<string> Paths(string folder, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder, IgnoreInaccessible = true };
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.y*ml", options)
                .Where(path => Path.GetExtension(path) is ".yaml" or ".yml" && !Path.GetFileName(path).StartsWith('.'))
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (IsRefusal(e))
        {
            diagnostics.Add(Refusal("RB1012", folder, "the folder cannot be read", e));
            return [];
        }
    }

    private static void Discard(string? temporary)
    {
        try
        {
            if (temporary is not null) File.Delete(temporary);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            // The original failure is what the user must hear about; a leftover temporary file is harmless.
        }
    }

    private static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;

    private static Diagnostic Refusal(string code, string path, string what, Exception e) =>
        new(code, DiagnosticSeverity.Error, new SourceLocation(path, 0, 0), $"{what}: {e.Message.TrimEnd('.')}");
}
