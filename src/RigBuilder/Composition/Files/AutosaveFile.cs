using RigBuilder.Domain.Rigs;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Composition.Files;

/// <summary>An autosave file that one session has to itself while this lives. It is a rig file with two lines of comment on top.</summary>
internal sealed class AutosaveFile : IDisposable
{
    private const string Edits = "# Autosave with unsaved edits";
    private const string Clean = "# Autosave of a saved rig";
    private const string Origin = "# rig file: ";
    private readonly string _file;
    private readonly FileStream _lock;

    private AutosaveFile(string file, string? rig, FileStream locked) => (_file, Rig, _lock) = (file, rig, locked);

    /// <summary>The rig file that it belongs to; null for a rig that has none.</summary>
    public string? Rig { get; }

    /// <summary>Takes the file for this session; null when another session has it.</summary>
    public static AutosaveFile? TryLock(string file, string? rig)
    {
        try
        {
            return new AutosaveFile(file, rig, new FileStream(LockOf(file), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a session has the file.</summary>
    public static bool IsOpen(string file)
    {
        if (!File.Exists(LockOf(file))) return false;
        using var mine = TryLock(file, null);
        return mine is null;
    }

    /// <summary>What the comment says: the rig file, and whether the edits were in no file. A file without it may hold edits.</summary>
    public static (string? Rig, bool Unsaved) Heading(string text)
    {
        var lines = text.Split('\n', 3);
        return (lines.Length > 1 && lines[1].StartsWith(Origin, StringComparison.Ordinal) ? lines[1][Origin.Length..] : null, lines[0] != Clean);
    }

    /// <summary>Writes the rig. A failure must not disturb the work on the screen; saving by hand tells what is wrong.</summary>
    public void Write(Build build, bool unsaved)
    {
        var origin = Rig is null || Rig.Any(char.IsControl) ? "" : Origin + Rig + "\n";
        _ = new DiskFiles().Save(_file, $"{(unsaved ? Edits : Clean)}\n{origin}{RigWriter.Write(build)}");
    }

    /// <summary>Removes the file and lets go of it.</summary>
    public void Remove()
    {
        try
        {
            File.Delete(_file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It will be offered once more; that loses nothing.
        }

        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static string LockOf(string file) => file + ".lock";
}
