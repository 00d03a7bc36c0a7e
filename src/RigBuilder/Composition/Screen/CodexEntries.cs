using System.Collections.Immutable;
using RigBuilder.Cli.Commands;
using RigBuilder.Workbench.State;
using RigBuilder.Yaml.Catalogs;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>What the Codex screen lists: rules and catalog entries, each with its place in the files.</summary>
internal static class CodexEntries
{
    public static ImmutableArray<CodexEntry> Of(World world) =>
        [.. CatalogEntries.Kinds.SelectMany(kind => CatalogEntries.Of(world.Catalog, kind).Select(row => Entry(world, kind, row)))];

    private static CodexEntry Entry(World world, CatalogKind kind, CatalogRow row) => new(
        row.Id, CatalogEntries.Plural(kind), row.Name, [row.Summary], world.Origins.GetValueOrDefault(new CatalogKey(kind, row.Id)));
}
