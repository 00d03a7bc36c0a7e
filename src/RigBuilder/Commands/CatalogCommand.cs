using System.CommandLine;
using System.Text.Json.Nodes;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;
using RigBuilder.Domain;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Catalogs;

namespace RigBuilder.Cli.Commands;

/// <summary>"catalog": check, list and show what can be picked.</summary>
internal sealed class CatalogCommand(CliEnvironment environment, DataOptions data)
{
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON.", Recursive = true };
    private readonly Argument<string> _kind = new("KIND") { Description = "gpu, cpu, motherboard, memory, ssd, psu, case, cooler, machine, model or quant." };
    private readonly Argument<string> _entry = new("ID") { Description = "Id, exact name or alias of an entry." };

    public Command Create()
    {
        var check = new Command("check", "Read the catalog and report everything wrong with it, with file, line and column.");
        check.SetAction(Check);
        var list = new Command("list", "List the entries of a kind.") { _kind };
        list.SetAction(List);
        var show = new Command("show", "Show an entry as it stands in its file.") { _entry };
        show.SetAction(Show);
        var find = new CatalogFind(environment, data, _json).Create();
        var add = new CatalogAddModel(environment, data, _json).Create();
        return new Command("catalog", "Check, list, show, find and add the parts, models and quants that can be picked.") { _json, check, list, show, find, add };
    }

    private int Check(ParseResult parsed)
    {
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        var errors = world.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        if (parsed.GetValue(_json))
        {
            environment.Out.WriteLine(Json.Pretty(new JsonObject
            {
                ["errors"] = errors,
                ["warnings"] = world.Diagnostics.Length - errors,
                ["diagnostics"] = DiagnosticJson.Of(world.Diagnostics),
            }));
        }
        else
        {
            Diagnosing.Report(environment, world.Diagnostics);
            var counts = CatalogEntries.Kinds.Select(k => $"{CatalogEntries.Of(world.Catalog, k).Count()} {CatalogEntries.Plural(k)}");
            environment.Out.WriteLine($"{string.Join(", ", counts)}; {errors} errors, {world.Diagnostics.Length - errors} warnings");
        }

        return errors == 0 ? ExitCode.Fits : ExitCode.BadInput;
    }

    private int List(ParseResult parsed)
    {
        var word = parsed.GetRequiredValue(_kind);
        if (!CatalogEntries.TryKind(word, out var kind))
        {
            var nearest = Spelling.Nearest(word, CatalogEntries.Kinds.Select(CatalogEntries.Word));
            Diagnosing.Report(environment, [new Diagnostic("RB7004", DiagnosticSeverity.Error, null, $"there is no kind of entry '{word}'")
            {
                Help = (nearest is null ? "" : $"did you mean '{nearest}'? ") + "kinds are " + string.Join(", ", CatalogEntries.Kinds.Select(CatalogEntries.Word)),
            }]);
            return ExitCode.BadInput;
        }

        var world = WorldLoader.Load(data.Folders(parsed, environment));
        Diagnosing.Report(environment, world.Diagnostics);
        var entries = CatalogEntries.Of(world.Catalog, kind).ToArray();
        if (parsed.GetValue(_json))
        {
            environment.Out.WriteLine(Json.Pretty(Json.Array(entries.Select(e => (JsonNode?)new JsonObject { ["id"] = e.Id, ["name"] = e.Name, ["summary"] = e.Summary }))));
            return ExitCode.Fits;
        }

        var (ids, names) = (Width(entries.Select(e => e.Id)), Width(entries.Select(e => e.Name)));
        foreach (var entry in entries)
            environment.Out.WriteLine($"{entry.Id.PadRight(ids)}  {entry.Name.PadRight(names)}  {entry.Summary}".TrimEnd());
        return ExitCode.Fits;
    }

    private int Show(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_entry);
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        Diagnosing.Report(environment, world.Diagnostics);
        var found = CatalogEntries.Kinds.SelectMany(k => CatalogEntries.Find(world.Catalog, k, name)).ToArray();
        if (found.Length == 0)
        {
            var near = CatalogEntries.Kinds.Select(k => CatalogEntries.Named(world.Catalog, k, name)).SelectMany(n => n.Suggestions).Take(5).ToArray();
            Diagnosing.Report(environment, [new Diagnostic("RB7002", DiagnosticSeverity.Error, null, $"the catalog has no entry '{name}'")
            {
                Help = near.Length == 0 ? "'rigbuilder catalog list KIND' shows the known ones" : $"did you mean {string.Join(", ", near.Select(n => $"'{n}'"))}?",
            }]);
            return ExitCode.BadInput;
        }

        foreach (var entry in found)
        {
            var origin = world.Origins.GetValueOrDefault(new CatalogKey(entry.Kind, entry.Id));
            if (parsed.GetValue(_json))
            {
                environment.Out.WriteLine(Json.Pretty(new JsonObject
                {
                    ["kind"] = CatalogEntries.Word(entry.Kind),
                    ["id"] = entry.Id,
                    ["name"] = entry.Name,
                    ["summary"] = entry.Summary,
                    ["file"] = origin?.File,
                    ["line"] = origin?.Line,
                }));
                continue;
            }

            environment.Out.WriteLine($"{entry.Name} ({CatalogEntries.Word(entry.Kind)} {entry.Id}) {entry.Summary}");
            if (origin is null) continue;
            environment.Out.WriteLine($"{origin.File}:{origin.Line}");
            foreach (var line in EntrySource.Lines(origin)) environment.Out.WriteLine("  " + line);
        }

        return ExitCode.Fits;
    }

    private static int Width(IEnumerable<string> texts) => texts.Select(t => t.Length).DefaultIfEmpty(0).Max();
}
