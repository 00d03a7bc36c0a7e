using System.Collections.Immutable;

namespace RigBuilder.Machine.Ports;

/// <summary>Read access to files of the operating system. Nothing throws: what cannot be read is null or empty.</summary>
public interface ISystemFiles
{
    /// <summary>The text of a file, at most a few MiB of it, decoded as UTF-8; null when it is absent or cannot be read.</summary>
    string? ReadText(string path);

    /// <summary>The bytes of a file, at most a few MiB of them; null when it is absent or cannot be read.</summary>
    byte[]? ReadBytes(string path);

    /// <summary>Names (not paths) of what is in a folder, in ordinal order; empty when it is absent or cannot be read.</summary>
    ImmutableArray<string> List(string folder);

    /// <summary>Where a symbolic link finally points, as an absolute path; null when it is no link or is broken.</summary>
    string? ResolveLink(string path);

    /// <summary>Whether a file exists; also true for one that may not be read.</summary>
    bool Exists(string path);
}
