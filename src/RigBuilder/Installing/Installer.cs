using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Cli.Installing;

/// <summary>
/// Installs a published folder into a user's own folders, and removes it. At any moment the command names a complete version or does not
/// exist: a version is copied beside the others and named when it is complete. The version before stays until the next installation, so
/// that a workbench which is open keeps its data. Whatever the disk refuses is a diagnostic.
/// </summary>
/// <param name="folders">Where to.</param>
internal sealed class Installer(InstallFolders folders)
{
    private readonly CommandFile _command = new(folders);

    /// <summary>Installs a folder.</summary>
    /// <param name="from">A published folder: the executable with catalog/ and rules/ beside it.</param>
    /// <param name="version">Begins the name of the version's folder.</param>
    public InstallOutcome Install(string from, string version)
    {
        var lacks = new[] { InstallFolders.Executable, Path.Combine("catalog", "quants.yaml"), "rules" }.Where(n => !Path.Exists(Path.Combine(from, n))).ToArray();
        if (lacks.Length > 0)
            return InstallOutcome.Failed("RB7021", $"'{from}' is no published program: it lacks {string.Join(", ", lacks)}", "in a checkout, './rig install' publishes one and installs it");
        return Locked("installed", () =>
        {
            if (_command is { Exists: true, IsOurs: false })
                return InstallOutcome.Failed("RB7022", $"'{folders.Command}' is there and was not installed by this program", "move it away, or give another folder with --bin");
            Directory.CreateDirectory(folders.Versions);
            Directory.CreateDirectory(folders.Commands);
            var before = _command.Target();
            foreach (var leftover in InstalledVersion.All(folders).Where(v => !v.IsComplete)) leftover.Remove();
            var target = Path.Combine(folders.Versions, $"{version}-{Path.GetFileNameWithoutExtension(Path.GetRandomFileName())}");
            try
            {
                var (installed, bytes) = InstalledVersion.Copy(from, target);
                _command.Point(installed);
                var strangers = InstalledVersion.All(folders).Where(v => v.Folder != installed.Folder && v.Folder != before?.Folder).SelectMany(v => v.Remove());
                return new InstallOutcome([.. strangers], []) { Bytes = bytes };
            }
            catch
            {
                if (_command.Target()?.Folder != target && Directory.Exists(target)) Directory.Delete(target, recursive: true);
                throw;
            }
        });
    }

    /// <summary>Removes what was installed, and nothing else.</summary>
    public InstallOutcome Uninstall()
    {
        if (!Directory.Exists(folders.Root)) return new InstallOutcome([], []);
        return Locked("removed", () =>
        {
            _command.Remove();
            var strangers = InstalledVersion.All(folders).SelectMany(v => v.Remove()).ToImmutableArray();
            if (OperatingSystem.IsWindows()) RemoveIfEmpty(folders.Commands);
            RemoveIfEmpty(folders.Versions);
            return new InstallOutcome(strangers, []);
        });
    }

    private InstallOutcome Locked(string done, Func<InstallOutcome> work)
    {
        try
        {
            Directory.CreateDirectory(folders.Root);
            using (var held = Hold())
            {
                if (held is null) return InstallOutcome.Failed("RB7023", $"another installation is at work in '{folders.Root}'", "wait for it to end");
                var outcome = work();
                held.Dispose();
                RemoveIfEmpty(folders.Root);
                return outcome;
            }
        }
        // A file too large for its file system (EFBIG) is an ArgumentOutOfRangeException to .NET.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return InstallOutcome.Failed("RB7024", $"the program cannot be {done}: {e.Message.TrimEnd('.')}", "make room or mend the permissions; what was installed before is as it was");
        }
    }

    private static void RemoveIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    // Only that it is held by another process makes opening the file fail once its folder could be made.
    private FileStream? Hold()
    {
        try
        {
            return new FileStream(folders.Lock, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(folders.Lock))
        {
            return null;
        }
    }
}

/// <summary>What came of an installation or removal.</summary>
/// <param name="Left">Files below our folders that nobody installed; they stay.</param>
/// <param name="Diagnostics">What went wrong; then nothing changed for whoever calls the command.</param>
internal sealed record InstallOutcome(ImmutableArray<string> Left, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Size of what was installed.</summary>
    public long Bytes { get; init; }

    public static InstallOutcome Failed(string code, string message, string help) =>
        new([], [new Diagnostic(code, DiagnosticSeverity.Error, null, message) { Help = help }]);
}
