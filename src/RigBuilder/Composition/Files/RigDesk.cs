using System.Globalization;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Rigs;
using RigBuilder.Workbench.Messages;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Composition.Files;

/// <summary>
/// The rig files of one session: remembers what each held when it was last read or written here, so that a save never overwrites
/// what somebody else wrote meanwhile, and keeps the autosave of the rig that is being edited.
/// </summary>
internal sealed class RigDesk(CliEnvironment environment) : IDisposable
{
    private readonly DiskFiles _files = new();
    private readonly Autosaves _autosaves = new(environment);
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private AutosaveFile? _autosave;
    private bool _claimed;

    /// <summary>Reads a rig file. Answer: Loaded, with the edits that a session before this one left unsaved; or Failed.</summary>
    public Message Load(string path, Catalog catalog)
    {
        var read = _files.Read(path, out var error);
        if (read is null) return new Message.Failed("The rig was not loaded", error is null ? [] : [error]);
        var rig = RigReader.Read(read, catalog);
        if (rig.Value is not { } build) return new Message.Failed("The rig was not loaded", rig.Diagnostics);
        _known[path] = read.Text;
        var left = _autosaves.UnsavedOf(path);
        return left is null || RigWriter.Write(left.Build) == RigWriter.Write(build)
            ? new Message.Loaded(path, build)
            : new Message.Loaded(path, build) { Unsaved = left.Build, UnsavedSince = left.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) };
    }

    /// <summary>The session before this one: its rig, its file if it had one, and the rig as that file holds it. Null when there was none.</summary>
    public (Build Build, string? Path, Build? Saved)? Last(Catalog catalog)
    {
        if (_autosaves.Last() is not { } last) return null;
        var file = last.Rig is null ? null : (Load(last.Rig, catalog) as Message.Loaded)?.Build;
        Claim(last.Rig, last);
        return (last.Unsaved || file is null ? last.Build : file, last.Rig, file);
    }

    /// <summary>Writes a rig file. Answer: Saved, Failed, or SaveRefused when the file is not what this session knows of it.</summary>
    public Message Save(string path, Build build, bool overwrite)
    {
        var text = RigWriter.Write(build);
        if (!overwrite && File.Exists(path) && _files.Read(path, out _)?.Text is { } there && there != text && there != _known.GetValueOrDefault(path))
        {
            return new Message.SaveRefused(path, build, _known.ContainsKey(path)
                ? "was changed by something else since it was read here"
                : "is there already, and was not read here");
        }

        if (!TryCreateFolder(path, out var refused) || (refused = _files.Save(path, text)) is not null)
            return new Message.Failed("The rig was not saved", [refused!]);
        _known[path] = text;
        if (_claimed && _autosave?.Rig != path)
        {
            _autosave?.Remove();
            (_autosave, _claimed) = (null, false);
        }

        _autosaves.Forget(path);
        return new Message.Saved(path, build);
    }

    /// <summary>Keeps the rig for the next session.</summary>
    public void Keep(Build build, string? path, bool unsaved)
    {
        if (!_claimed || _autosave?.Rig != path) Claim(path, null);
        _autosave?.Write(build, unsaved);
    }

    /// <inheritdoc/>
    public void Dispose() => _autosave?.Dispose();

    /// <summary>Makes the folder of a file.</summary>
    public static bool TryCreateFolder(string path, out Diagnostic? refused)
    {
        refused = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            refused = new Diagnostic("RB7007", DiagnosticSeverity.Error, new SourceLocation(path, 0, 0), "its folder cannot be made: " + e.Message.TrimEnd('.'));
            return false;
        }
    }

    private void Claim(string? path, FoundAutosave? found)
    {
        _autosave?.Dispose();
        (_autosave, _claimed) = (_autosaves.Claim(path, found), true);
    }
}
