using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Rules;

/// <summary>Loads rules from folders.</summary>
/// <param name="files">Access to the disk.</param>
public sealed class RuleFolders(DiskFiles files)
{
    /// <summary>Loads the shipped rules and lays overlays over them.</summary>
    /// <param name="shipped">The folder with the shipped rules; when it is missing, that is an error (RB3307) and the overlays are used alone.</param>
    /// <param name="overlays">Folders whose rules add to the shipped ones or replace them by id; missing ones are passed over.</param>
    public RuleLoad Load(string shipped, params IReadOnlyList<string> overlays)
    {
        var roots = new List<TextFolder> { files.FolderExists(shipped) ? files.ReadFolder(shipped) : new TextFolder(shipped, [], [Missing(shipped)]) };
        roots.AddRange(overlays.Where(files.FolderExists).Select(files.ReadFolder));
        return RuleReader.Read(roots);
    }

    private static Diagnostic Missing(string folder) => new("RB3307", DiagnosticSeverity.Error, new SourceLocation(folder, 0, 0), "the rules folder is not there")
    {
        Help = "give its path, or start rigbuilder from its own folder",
        Why = "without rules nothing is judged",
    };
}
