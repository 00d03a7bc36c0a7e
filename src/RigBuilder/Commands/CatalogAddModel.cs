using System.CommandLine;
using System.Text.Json.Nodes;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Naming;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Cli.Commands;

/// <summary>"catalog add-model": an entry of the user's own catalog from a GGUF file or a config.json.</summary>
internal sealed class CatalogAddModel(CliEnvironment environment, DataOptions data, Option<bool> json)
{
    private readonly Argument<string> _file = new("FILE") { Description = "A GGUF file (its head is read, nothing else), or the config.json of a repository." };
    private readonly Option<string?> _id = new("--id") { Description = "Id of the entry (default: made of the model's name).", HelpName = "ID" };
    private readonly Option<bool> _replace = new("--replace") { Description = "Replace an entry of the user's own catalog that has this id." };

    public Command Create()
    {
        var command = new Command("add-model", "Add a model to the user's own catalog, from its GGUF file or its config.json.") { _file, _id, _replace };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        Diagnosing.Report(environment, world.Diagnostics);
        var file = parsed.GetRequiredValue(_file);
        var reference = new ModelReference(file, file.EndsWith(".json", StringComparison.OrdinalIgnoreCase));
        var read = ModelFiles.Read(reference, environment.WorkingFolder, world.Catalog);
        if (read.Item is not { } named) return Refused("RB7013", read.Problem, null);
        var entry = Entry(named.Model, parsed.GetValue(_id));
        entry = entry with { FileSizes = entry.FileSizes.RemoveRange(entry.FileSizes.Keys.Where(q => world.Catalog.Quants.Items.All(known => known.Id != q))) };
        var path = OwnCatalog.PathOf(environment, "models", entry.Id);
        if (world.Catalog.Models.Items.Any(m => m.Id == entry.Id) && !(parsed.GetValue(_replace) && File.Exists(path)))
            return Refused("RB7013", $"the catalog has a model '{entry.Id}' already", File.Exists(path) ? "write --replace to replace it, or another --id" : "write another --id");
        var text = ModelWriter.Write(entry);
        var check = CatalogReader.Read([new TextFile(path, text)]);
        // What cannot be read back would spoil the whole catalog from then on.
        if (check.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } wrong) return Refused("RB7013", $"the model cannot be an entry: {wrong.Message}", wrong.Help);
        if (OwnCatalog.Save(path, text) is { } failed)
        {
            Diagnosing.Report(environment, [failed]);
            return ExitCode.BadInput;
        }

        if (parsed.GetValue(json)) environment.Out.WriteLine(Json.Pretty(new JsonObject { ["id"] = entry.Id, ["file"] = path, ["told"] = Json.Strings(read.Assumed) }));
        else
        {
            foreach (var told in read.Assumed) environment.Out.WriteLine(told);
            environment.Out.WriteLine($"written to {path}; the model is '{entry.Id}' now");
        }

        return ExitCode.Fits;
    }

    private static LlmModel Entry(LlmModel model, string? id) => model with
    {
        Id = id ?? IdOf(model.Name),
        Guessed = false,
        Source = $"read from {Path.GetFileName(model.Source)}",
        Note = model.Guessed ? $"The architecture '{model.Architecture}' is not known here; a plain transformer of its numbers is taken." : null,
    };

    // Small letters, digits and dots, joined by single hyphens.
    private static string IdOf(string name)
    {
        var parts = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('-', parts.Select(p => p.Trim('.')).Where(p => p.Length > 0)) is { Length: > 0 } id ? id : "my-model";
    }

    private int Refused(string code, string problem, string? help)
    {
        Diagnosing.Report(environment, [new Diagnostic(code, DiagnosticSeverity.Error, null, problem) { Help = help }]);
        return ExitCode.BadInput;
    }
}
