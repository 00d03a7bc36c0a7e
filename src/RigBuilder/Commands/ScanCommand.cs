using System.CommandLine;
using System.Text.Json.Nodes;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Rendering;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Commands;

/// <summary>"scan": what this machine is, matched to the catalog, as a rig.</summary>
internal sealed class ScanCommand(CliEnvironment environment, DataOptions data)
{
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };
    private readonly Option<string?> _save = new("--save") { Description = "Write the machine as a rig file.", HelpName = "FILE" };

    public Command Create()
    {
        var command = new Command("scan", "Detect this machine's parts, each value with its source, and match them to the catalog.") { _json, _save };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        Diagnosing.Report(environment, world.Diagnostics);
        var report = await Libraries.CreateProbe(environment.Time).ProbeAsync(cancellation);
        var match = MachineMatcher.Match(report, world.Catalog);
        if (parsed.GetValue(_json))
        {
            environment.Out.WriteLine(Json.Pretty(new JsonObject
            {
                ["machine"] = JsonNode.Parse(MachineJson.Write(report)),
                ["match"] = JsonNode.Parse(MachineJson.Write(match)),
                ["rig"] = RigWriter.Write(match.Build),
            }));
        }
        else
        {
            foreach (var line in MachineReportText.Lines(report)) environment.Out.WriteLine(line);
            environment.Out.WriteLine();
            foreach (var line in MachineMatchText.Lines(match)) environment.Out.WriteLine(line);
        }

        return parsed.GetValue(_save) is { } path ? Save(path, match) : ExitCode.Fits;
    }

    private int Save(string path, MachineMatch match)
    {
        if (new RigFiles(new DiskFiles()).Save(environment.Resolve(path), match.Build) is { } refused)
        {
            Diagnosing.Report(environment, [refused]);
            return ExitCode.BadInput;
        }

        environment.Error.WriteLine($"written to {path}");
        foreach (var open in match.Parts.Where(p => p.Outcome == MatchOutcome.Ambiguous))
            environment.Error.WriteLine($"{open.RawName} may be {string.Join(" or ", open.Candidates)}: write what it is into the rig in place of {open.PartId}");
        return match.Parts.Where(p => p.Outcome == MatchOutcome.Unknown).Select(p => p.Draft).OfType<DraftEntry>().DistinctBy(d => d.Id).All(SaveDraft) ? ExitCode.Fits : ExitCode.BadInput;
    }

    // The rig names what the catalog lacks by the draft's id, and cannot be judged without the entry. What the user has under that id stays as it is.
    private bool SaveDraft(DraftEntry draft)
    {
        var path = OwnCatalog.PathOf(environment, draft.Section, draft.Id);
        if (!draft.Missing.IsEmpty)
        {
            environment.Error.WriteLine($"the catalog has no {draft.Id}, and this machine does not tell its {string.Join(", ", draft.Missing)}: fill the draft in and write it to {path}");
            return true;
        }

        if (File.Exists(path)) return true;
        if (OwnCatalog.Save(path, draft.ToYaml()) is { } refused)
        {
            Diagnosing.Report(environment, [refused]);
            return false;
        }

        environment.Error.WriteLine($"drafted in {path}");
        return true;
    }
}
