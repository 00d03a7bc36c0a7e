using System.Security.Cryptography;
using System.Text;
using RigBuilder.Domain.Rigs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Composition.Files;

/// <summary>
/// The autosaves of all rigs: one file a rig and session, so that no session overwrites the edits of another or of one that crashed.
/// A session that has a file open locks it; the system lets go of the lock however the session ends.
/// </summary>
internal sealed class Autosaves(CliEnvironment environment)
{
    private const int MostSessions = 100;
    private const string Unnamed = "unnamed";
    private readonly DiskFiles _files = new();

    private string Folder => Path.Combine(environment.DataFolder, "autosave");

    // Where versions before these kept the only one.
    private string Former => Path.Combine(environment.DataFolder, "autosave" + RigShelf.Extension);

    /// <summary>The newest autosave that no session has open, whichever rig it is of; null when there is none.</summary>
    public FoundAutosave? Last() => Newest(In("*" + RigShelf.Extension).Append(Former).Where(File.Exists));

    /// <summary>The newest edits of a rig file that were never saved, by a session that is over; null when there are none.</summary>
    public FoundAutosave? UnsavedOf(string rig) => Newest(Of(rig).Where(f => Read(f) is { Unsaved: true }));

    /// <summary>An autosave file for this session alone; null where the disk gives none.</summary>
    /// <param name="rig">The rig file's path; null for a rig that has none.</param>
    /// <param name="found">An autosave that this session goes on with.</param>
    public AutosaveFile? Claim(string? rig, FoundAutosave? found = null)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            if (found is not null && found.File != Former && AutosaveFile.TryLock(found.File, rig) is { } adopted) return adopted;
            for (var n = 1; n <= MostSessions; n++)
            {
                var file = Path.Combine(Folder, $"{Stem(rig)}.{n}{RigShelf.Extension}");
                if (AutosaveFile.TryLock(file, rig) is not { } locked) continue;
                if (!File.Exists(file) || Read(file) is { Unsaved: false }) return locked;
                locked.Dispose();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No autosave then; saving by hand tells what is wrong with the disk.
        }

        return null;
    }

    /// <summary>Drops what earlier sessions left of a rig that has just been saved.</summary>
    public void Forget(string rig)
    {
        foreach (var file in Of(rig))
            if (AutosaveFile.TryLock(file, rig) is { } over) over.Remove();
    }

    private IEnumerable<string> Of(string rig) => In($"{Stem(rig)}.*{RigShelf.Extension}");

    private IEnumerable<string> In(string pattern)
    {
        try
        {
            return Directory.Exists(Folder) ? Directory.GetFiles(Folder, pattern) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private FoundAutosave? Newest(IEnumerable<string> files) => files
        .OrderByDescending(File.GetLastWriteTimeUtc).ThenBy(f => f, StringComparer.Ordinal)
        .Where(f => !AutosaveFile.IsOpen(f))
        .Select(Read).FirstOrDefault(f => f is not null);

    private FoundAutosave? Read(string file)
    {
        if (_files.Read(file, out _) is not { } text || RigReader.Read(text).Value is not { } build) return null;
        var (rig, unsaved) = AutosaveFile.Heading(text.Text);
        return new FoundAutosave(file, build, rig, unsaved, File.GetLastWriteTime(file));
    }

    // The name tells a person which rig it is, the digest tells rigs of one name in several folders apart.
    private static string Stem(string? rig) => rig is null
        ? Unnamed
        : $"{string.Concat(Path.GetFileName(rig).Split('.')[0].Where(c => char.IsLetterOrDigit(c) || c is '-' or '_').Take(40))}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rig)))[..12]}";
}

/// <summary>An autosave that an earlier session left.</summary>
/// <param name="File">Its file.</param>
/// <param name="Build">The rig in it.</param>
/// <param name="Rig">The rig file that it belongs to; null for a rig that had none.</param>
/// <param name="Unsaved">Whether it holds edits that were in no rig file.</param>
/// <param name="Time">When it was written.</param>
internal sealed record FoundAutosave(string File, Build Build, string? Rig, bool Unsaved, DateTime Time);
