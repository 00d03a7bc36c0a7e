using System.CommandLine;
using RigBuilder.Cli.Commands;
using RigBuilder.Cli.Composition;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Prediction;
using RigBuilder.Validation;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Storage;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Cli.Validating;

/// <summary>"validate": real inference, compared with the prediction.</summary>
internal sealed class ValidateCommand(CliEnvironment environment, DataOptions data)
{
    private readonly ValidateOptions _options = new();
    private readonly ValidationFolders _folders = new(environment);

    public Command Create()
    {
        var command = _options.AddTo(new Command("validate", "Run real inference and compare it with the prediction. Exits 0 when the prediction holds, 1 when not."));
        command.SetAction(RunAsync);
        command.Add(new SavedValidations(environment, _folders).List());
        command.Add(new SavedValidations(environment, _folders).Show());
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (data.AsksForMeasured(parsed))
        {
            Diagnosing.Report(environment, [InferenceDiagnostics.Contradiction(
                "a validation checks the prediction, so it cannot rest on earlier validations", "leave out --measured; 'rigbuilder predict --measured' uses what is saved")]);
            return ExitCode.BadInput;
        }

        if (OutputObstacle(parsed) is { } obstacle)
        {
            Diagnosing.Report(environment, [obstacle]);
            return ExitCode.BadInput;
        }

        var world = WorldLoader.Load(data.Folders(parsed, environment));
        Diagnosing.Report(environment, world.Diagnostics);
        var machine = await Libraries.CreateProbe(environment.Time).ProbeAsync(cancellation);
        var builder = new RequestBuilder(environment, _options, world, machine);
        if (builder.Build(parsed) is not { } request)
        {
            Diagnosing.Report(environment, builder.Problems);
            return ExitCode.BadInput;
        }

        var progress = new ProgressLines(environment.Error, !parsed.GetValue(_options.Json) && environment.HasTerminal);
        var report = await new Validator(_folders.Ports(world)).RunAsync(request, progress, cancellation);
        progress.End();
        return Write(parsed, report) ? Exit(report) : ExitCode.BadInput;
    }

    /// <summary>What can be seen beforehand to keep the report from being written, rather than after a minute's work.</summary>
    private Diagnostic? OutputObstacle(ParseResult parsed)
    {
        if (parsed.GetValue(_options.Output) is not { } asked) return null;
        var path = environment.Resolve(asked);
        if (Directory.Exists(path)) return InferenceDiagnostics.NotWritable(path, "it is a folder");
        return Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder) ? InferenceDiagnostics.NotWritable(path, $"there is no folder '{folder}'") : null;
    }

    /// <returns>Whether everything that was asked for could be written.</returns>
    private bool Write(ParseResult parsed, ValidationReport report)
    {
        environment.Out.WriteLine(parsed.GetValue(_options.Json) ? ReportText.Json(report) : ReportText.Markdown(report));
        var written = parsed.GetValue(_options.Output) is not { } path || WriteTo(environment.Resolve(path), report);
        if (parsed.GetValue(_options.NoSave) || report.Verdict is ValidationVerdict.Failed or ValidationVerdict.Cancelled) return written;
        var saved = new ResultStore(_folders.Results).Save(report);
        if (saved.Succeeded) environment.Error.WriteLine($"saved as {saved.Value}; 'rigbuilder validate show {saved.Value}' shows it again");
        else Diagnosing.Report(environment, saved.Diagnostics);
        return written;
    }

    private bool WriteTo(string path, ValidationReport report)
    {
        var text = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ReportText.Json(report) + "\n" : ReportText.Markdown(report);
        if (new DiskFiles().Save(path, text) is not { } refused) return true;
        Diagnosing.Report(environment, [refused]);
        return false;
    }

    private static int Exit(ValidationReport report) => report.Verdict switch
    {
        ValidationVerdict.WithinRange or ValidationVerdict.Faster or ValidationVerdict.Measured => report.MemoryTotal is { Holds: false } ? ExitCode.Findings : ExitCode.Fits,
        ValidationVerdict.Cancelled => ExitCode.Cancelled,
        ValidationVerdict.Failed when report.Diagnostics.Any(IsBadInput) => ExitCode.BadInput,
        _ => ExitCode.Findings,
    };

    /// <summary>
    /// Missing or unsuitable libraries, contradictory options, bad model files, too little memory or disk, a folder that cannot be
    /// written, another validation.
    /// </summary>
    private static bool IsBadInput(Diagnostic diagnostic) =>
        diagnostic.Code.StartsWith("RB51", StringComparison.Ordinal) || diagnostic.Code.StartsWith("RB500", StringComparison.Ordinal)
        || diagnostic.Code is "RB5010" or "RB5201" or "RB5202" or "RB5203" or "RB5204";
}
