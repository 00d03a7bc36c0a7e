using System.CommandLine;
using System.Text.Json.Nodes;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Settings;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Commands;

/// <summary>"check": the workbench's verdict without a screen.</summary>
internal sealed class CheckCommand(CliEnvironment environment, DataOptions data)
{
    private readonly Argument<string> _rig = new("RIG") { Description = "A rig file (*.rig.yaml)." };
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };
    private readonly Option<bool> _explain = new("--explain") { Description = "Show every term of the prediction with its source." };

    public Command Create()
    {
        var command = new Command("check", "Judge a rig file: findings, prediction, grade. Exits 0 when it fits, 1 with errors, 2 on bad input.") { _rig, _json, _explain };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_rig);
        var world = WorldLoader.Load(data.Folders(parsed, environment)).KnowingModelOf(environment.Resolve(path));
        var read = new RigFiles(new DiskFiles()).Load(environment.Resolve(path), world.Catalog);
        var diagnostics = world.Diagnostics.AddRange(read.Diagnostics);
        var bad = diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        if (read.Value is null)
        {
            Write(parsed, diagnostics, null);
            return ExitCode.BadInput;
        }

        var appraisal = world.Appraiser().Appraise(read.Value);
        diagnostics = diagnostics.AddRange(Contradictions.Of(appraisal.Rig, appraisal.Quest).Select(c =>
            new Diagnostic("RB4008", DiagnosticSeverity.Error, new SourceLocation(path, 0, 0), c)));
        bad |= diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        Write(parsed, diagnostics, appraisal);
        return bad || !appraisal.Rig.Missing.IsEmpty ? ExitCode.BadInput
            : appraisal.Verdict.HasErrors ? ExitCode.Findings : ExitCode.Fits;
    }

    private void Write(ParseResult parsed, IReadOnlyCollection<Diagnostic> diagnostics, Rules.Appraising.Appraisal? appraisal)
    {
        if (parsed.GetValue(_json))
        {
            var json = new JsonObject { ["diagnostics"] = DiagnosticJson.Of(diagnostics) };
            if (appraisal is not null) AppraisalJson.Into(json, appraisal);
            environment.Out.WriteLine(Json.Pretty(json));
            return;
        }

        Diagnosing.Report(environment, diagnostics);
        if (appraisal is null) return;
        foreach (var line in AppraisalText.Of(appraisal, parsed.GetValue(_explain))) environment.Out.WriteLine(line);
    }
}
