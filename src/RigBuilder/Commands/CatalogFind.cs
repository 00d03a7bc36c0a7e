using System.CommandLine;
using System.Text.Json.Nodes;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Naming;
using RigBuilder.Yaml.Catalogs;

namespace RigBuilder.Cli.Commands;

/// <summary>"catalog find": what a text is taken for, and why.</summary>
internal sealed class CatalogFind(CliEnvironment environment, DataOptions data, Option<bool> json)
{
    private readonly Argument<string[]> _text = new("TEXT") { Description = "A name as it is written elsewhere: a repository, a file, an Ollama tag, a driver's card name.", Arity = ArgumentArity.OneOrMore };

    public Command Create()
    {
        var command = new Command("find", "Show what a text is taken for as a model, a quant, a card or another part, and why.") { _text };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var text = string.Join(' ', parsed.GetRequiredValue(_text));
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        Diagnosing.Report(environment, world.Diagnostics);
        var all = CatalogEntries.Kinds.Select(k => (Kind: k, Meaning: CatalogEntries.Named(world.Catalog, k, text))).ToArray();
        var told = all.Where(a => a.Meaning.Item is not null || a.Meaning.IsAmbiguous).ToArray();
        var found = told.Any(a => a.Meaning.Item is not null);
        if (parsed.GetValue(json))
        {
            environment.Out.WriteLine(Json.Pretty(Json.Array((told.Length > 0 ? told : all).Select(a => (JsonNode?)Described(world.Catalog, text, a.Kind, a.Meaning)))));
            return found ? ExitCode.Fits : ExitCode.BadInput;
        }

        foreach (var (kind, meaning) in told)
            foreach (var line in Lines(world.Catalog, text, kind, meaning)) environment.Out.WriteLine(line);
        if (told.Length > 0) return found ? ExitCode.Fits : ExitCode.BadInput;
        // A reason is worth more than what is alike, and "no such board" is worth nothing.
        var reasons = all.Where(a => !a.Meaning.Problem.StartsWith("the catalog has no", StringComparison.Ordinal)).ToArray();
        foreach (var (kind, meaning) in reasons.Length > 0 ? reasons : [.. all.Where(a => a.Kind is CatalogKind.Model or CatalogKind.Quant or CatalogKind.Gpu or CatalogKind.Cpu).OrderBy(a => a.Meaning.Hint is null)])
            Diagnosing.Report(environment, [new Diagnostic("RB7002", DiagnosticSeverity.Error, null, $"as a {CatalogEntries.Word(kind)}: {meaning.Problem}") { Help = meaning.Hint }]);
        return ExitCode.BadInput;
    }

    private static IEnumerable<string> Lines(Catalog catalog, string text, CatalogKind kind, Resolution<CatalogRow> meaning)
    {
        var word = CatalogEntries.Word(kind);
        if (meaning.Item is { } row) yield return $"{word}  {row.Id}{Beside(catalog, text, kind)}  {row.Name}  {row.Summary}";
        else yield return $"{word}  {meaning.Advice}";
        if (!meaning.Parts.IsEmpty) yield return $"  read as   {string.Join(", ", meaning.Parts)}";
        foreach (var assumption in meaning.Assumed) yield return $"  assumed   {assumption}";
    }

    private static string Beside(Catalog catalog, string text, CatalogKind kind) => kind switch
    {
        CatalogKind.Model when catalog.Names.Model(text).Item?.Quant is { } quant => $" {quant.Id}",
        CatalogKind.Gpu when catalog.Names.Cards(text).Item is { Count: > 1 and var count } => $" x {count}",
        _ => "",
    };

    private static JsonObject Described(Catalog catalog, string text, CatalogKind kind, Resolution<CatalogRow> meaning) => new()
    {
        ["kind"] = CatalogEntries.Word(kind),
        ["id"] = meaning.Item?.Id,
        ["name"] = meaning.Item?.Name,
        ["quant"] = kind == CatalogKind.Model ? catalog.Names.Model(text).Item?.Quant?.Id : null,
        ["count"] = kind == CatalogKind.Gpu ? catalog.Names.Cards(text).Item?.Count : null,
        ["read_as"] = Json.Strings(meaning.Parts),
        ["assumed"] = Json.Strings(meaning.Assumed),
        ["problem"] = meaning.Problem.Length == 0 ? null : meaning.Problem,
        ["choices"] = meaning.IsAmbiguous ? Json.Strings(meaning.Suggestions) : null,
        ["suggestions"] = meaning.IsAmbiguous ? null : Json.Strings(meaning.Suggestions),
    };
}
