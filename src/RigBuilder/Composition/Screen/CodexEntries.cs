using System.Collections.Immutable;
using RigBuilder.Cli.Commands;
using RigBuilder.Rules.Model;
using RigBuilder.Workbench.State;
using RigBuilder.Yaml.Catalogs;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>What the Codex screen lists: rules and catalog entries, each with its place in the files.</summary>
internal static class CodexEntries
{
    public static ImmutableArray<CodexEntry> Of(World world) =>
    [
        .. world.Rules.Rules.OrderBy(r => r.Id, StringComparer.Ordinal).Select(Entry),
        .. CatalogEntries.Kinds.SelectMany(kind => CatalogEntries.Of(world.Catalog, kind).Select(row => Entry(world, kind, row))),
    ];

    private static CodexEntry Entry(Rule rule) => new(
        rule.Id, "Rules", rule.Title, [.. Lines(rule).OfType<string>()], rule.Location);

    private static IEnumerable<string?> Lines(Rule rule) =>
    [
        rule.Severity.ToString(),
        rule.For is { } loop ? $"for every {loop.Source.Text}" : null,
        rule.When is { } when ? $"when {when.Text}" : null,
        rule.Require is { } require ? $"requires {require.Text}" : null,
        rule.Why is { } why ? $"Why: {why}" : null,
        rule.Asserts.IsEmpty ? null : $"asserts {string.Join(", ", rule.Asserts)}",
        $"{rule.Tests.Length} tests",
    ];

    private static CodexEntry Entry(World world, CatalogKind kind, CatalogRow row) => new(
        row.Id, CatalogEntries.Plural(kind), row.Name, [row.Summary], world.Origins.GetValueOrDefault(new CatalogKey(kind, row.Id)));
}
