using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>Loads a catalog from folders.</summary>
/// <param name="files">Access to the disk.</param>
public sealed class CatalogFolders(DiskFiles files)
{
    /// <summary>Loads the shipped catalog and lays overlays over it.</summary>
    /// <param name="shipped">The folder with the shipped catalog; when it is missing, that is an error (RB2005) and the overlays are used alone.</param>
    /// <param name="overlays">Folders whose entries add to the shipped ones or replace them by id; missing ones are passed over.</param>
    public CatalogLoad Load(string shipped, params IReadOnlyList<string> overlays)
    {
        var roots = new List<TextFolder>();
        if (files.FolderExists(shipped)) roots.Add(files.ReadFolder(shipped));
        else roots.Add(new TextFolder(shipped, [], [Missing(shipped)]));
        roots.AddRange(overlays.Where(files.FolderExists).Select(files.ReadFolder));
        return CatalogReader.Read(roots);
    }

    private static Diagnostic Missing(string folder) => new("RB2005", DiagnosticSeverity.Error, new SourceLocation(folder, 0, 0), "the catalog folder is not there")
    {
        Help = "give its path, or start rigbuilder from its own folder",
        Why = "without a catalog there are no parts to choose from",
    };
}
