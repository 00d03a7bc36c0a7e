using System.Collections.Immutable;
using System.Security;
using System.Text;

namespace RigBuilder.Machine.Ports;

/// <summary>The files of this machine. Reads are capped because some system files never end.</summary>
public sealed class LocalFiles : ISystemFiles
{
    private const int Limit = 8 * 1024 * 1024;

    /// <inheritdoc/>
    public string? ReadText(string path) => ReadBytes(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <inheritdoc/>
    public byte[]? ReadBytes(string path) => Try(path, static p =>
    {
        // Files of /proc and /sys report a length of 0 or 4096 whatever they hold, so read until the end.
        using var stream = new FileStream(p, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (content.Length < Limit && (read = stream.Read(buffer, 0, buffer.Length)) > 0)
            content.Write(buffer, 0, read);
        return content.ToArray();
    });

    /// <inheritdoc/>
    public ImmutableArray<string> List(string folder) =>
        Try(folder, static f => Directory.EnumerateFileSystemEntries(f).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal).ToArray()) is { } names
            ? [.. names]
            : [];

    /// <inheritdoc/>
    public string? ResolveLink(string path) => Try(path, static p => File.ResolveLinkTarget(p, returnFinalTarget: true)?.FullName);

    /// <inheritdoc/>
    public bool Exists(string path) => File.Exists(path);

    private static T? Try<T>(string path, Func<string, T?> read)
        where T : class
    {
        try
        {
            return read(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
