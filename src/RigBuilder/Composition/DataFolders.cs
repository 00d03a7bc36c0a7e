using System.Collections.Immutable;

namespace RigBuilder.Cli.Composition;

/// <summary>Where catalog and rules are read from: the shipped folder first, then overlays that add to or replace it by id.</summary>
/// <param name="Root">The folder that holds catalog/ and rules/; it may not exist.</param>
/// <param name="Overlays">Folders of the same layout, later ones win; only existing ones.</param>
internal sealed record DataFolders(string Root, ImmutableArray<string> Overlays)
{
    /// <summary>Saved validations that predictions for their parts shall rest on; null to predict without.</summary>
    public string? Validations { get; init; }

    /// <summary>Whether parts without a price stay without.</summary>
    public bool PricedOnly { get; init; }

    /// <summary>Catalog folders, shipped first.</summary>
    public ImmutableArray<string> Catalogs => [Path.Combine(Root, "catalog"), .. Overlays.Select(o => Path.Combine(o, "catalog")).Where(Directory.Exists)];

    /// <summary>Rule folders, shipped first.</summary>
    public ImmutableArray<string> Rules => [Path.Combine(Root, "rules"), .. Overlays.Select(o => Path.Combine(o, "rules")).Where(Directory.Exists)];

    /// <summary>Where a user's own entries go.</summary>
    public string? UserOverlay => Overlays.IsEmpty ? null : Overlays[^1];

    /// <summary>
    /// The folder asked for, else RIGBUILDER_DATA, else the first folder from the program's own upwards that holds both
    /// catalog/ and rules/ (a checkout or a published folder).
    /// </summary>
    public static DataFolders Find(CliEnvironment environment, string? asked, bool overlay)
    {
        var overlays = overlay && Directory.Exists(environment.ConfigurationFolder) ? ImmutableArray.Create(environment.ConfigurationFolder) : [];
        var wanted = asked ?? environment.Variable("RIGBUILDER_DATA");
        if (wanted is not null) return new DataFolders(environment.Resolve(wanted), overlays);
        for (var folder = new DirectoryInfo(environment.ProgramFolder); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "catalog", "quants.yaml")) && Directory.Exists(Path.Combine(folder.FullName, "rules")))
                return new DataFolders(folder.FullName, overlays);
        return new DataFolders(environment.ProgramFolder, overlays);
    }
}
