using System.Collections.Immutable;
using RigBuilder.Cli.Commands;
using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Model;
using RigBuilder.Rules.Testing;
using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.State;
using RigBuilder.Yaml.Catalogs;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>What the Codex screen lists: rules and catalog entries, each with its place in the files.</summary>
internal static class CodexEntries
{
    public static ImmutableArray<CodexEntry> Of(LoadedWorld world) =>
    [
        .. world.Rules.Rules.OrderBy(r => r.Id, StringComparer.Ordinal).Select(Entry),
        .. CatalogEntries.Kinds.SelectMany(kind => CatalogEntries.Of(world.Catalog, kind).Select(row => Entry(world, kind, row))),
    ];

    /// <summary>"fires on 2× rtx-3090 + llama-65b".</summary>
    public static string Expectation(RuleTest test) =>
        $"{(test.Kind == RuleTestKind.Boundary ? "on its threshold, " : "")}{(test.ExpectsFiring ? "fires" : "silent")} on {test.Describe()}";

    private static CodexEntry Entry(Rule rule) => new(
        rule.Id, CodexEntry.Rules, rule.Title, [], rule.Location)
    { Written = () => [.. Lines(rule).OfType<string>()] };

    private static IEnumerable<string?> Lines(Rule rule) =>
    [
        $"{rule.Severity}{(rule.Maturity == Maturity.Stable ? "" : $", {rule.Maturity.ToString().ToLowerInvariant()}")}{(rule.Since is { } since ? $", since {since}" : "")}",
        string.Join('\n', ((string?[])[
            rule.For is { } loop ? $"for every {loop.Source.Text}" : null,
            rule.When is { } when ? $"when {when.Text}" : null,
            rule.Require is { } require ? $"requires {require.Text}" : null,
            rule.Asserts.IsEmpty ? null : $"asserts {string.Join(", ", rule.Asserts)}"]).OfType<string>()),
        rule.Message is { } message ? $"Says: {message.Text}" : null,
        rule.Cure is { } cure ? $"Cure: {cure.Text}" : null,
        rule.Why is { } why ? $"Why: {why}" : null,
        rule.Source is { References.IsEmpty: false } source ? $"Rests on: {string.Join("; ", source.References)}" : null,
        rule.Source?.KnownGaps is { } gaps ? $"Known gaps: {gaps}" : null,
        $"Tests ({rule.Tests.Length}; w runs them):\n{string.Join('\n', rule.Tests.Select(t => "· " + Expectation(t)))}",
    ];

    private static CodexEntry Entry(LoadedWorld world, CatalogKind kind, CatalogRow row) => new(
        row.Id, CatalogEntries.Plural(kind), row.Name, [], world.Origins.GetValueOrDefault(new CatalogKey(kind, row.Id)))
    {
        Written = () => [.. Lines(world, kind, row).OfType<string>()],
    };

    private static IEnumerable<string?> Lines(LoadedWorld world, CatalogKind kind, CatalogRow row)
    {
        if (kind is CatalogKind.Model) return [row.Summary, world.Catalog.Models.Find(row.Id) is { } m ? m.Note : null, world.Catalog.Models.Find(row.Id)?.Source is { } from ? $"Source: {from}" : null];
        if (kind is CatalogKind.Quant) return [row.Summary, world.Catalog.Quants.Find(row.Id)?.Note];
        return world.Catalog.Find(Enum.Parse<PartKind>(kind.ToString()), row.Id) is not { } part
            ? [row.Summary]
            : [string.Join('\n', PartStats.All(part).Select(f => $"{f.Name}: {f.Value}")), part.Note, part.Source is { } source ? $"Source: {source}" : null];
    }
}
