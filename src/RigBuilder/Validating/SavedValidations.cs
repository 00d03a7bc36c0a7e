using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RigBuilder.Cli.Commands;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Storage;

namespace RigBuilder.Cli.Validating;

/// <summary>"validate list" and "validate show".</summary>
internal sealed class SavedValidations(CliEnvironment environment, ValidationFolders folders)
{
    private readonly ResultStore _store = new(folders.Results);

    public Command List()
    {
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("list", "List saved validations, the newest first.") { json };
        command.SetAction(parsed =>
        {
            var (results, diagnostics) = _store.List();
            Diagnosing.Report(environment, diagnostics);
            if (parsed.GetValue(json))
            {
                environment.Out.WriteLine(Json(results).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
                return ExitCode.Fits;
            }

            if (results.IsEmpty) environment.Error.WriteLine("no validation is saved yet");
            foreach (var (name, report) in results)
                environment.Out.WriteLine($"{report.Began.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC  {Words(report.Verdict),-12}  {Speed(report),-22}  {name}");
            return ExitCode.Fits;
        });
        return command;
    }

    public Command Show()
    {
        var name = new Argument<string>("NAME") { Description = "Name of a saved validation or its beginning; \"last\" for the newest." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("show", "Show a saved validation again.") { name, json };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(name);
            if (_store.Find(wanted) is not { Report: { } report })
            {
                Diagnosing.Report(environment, [new Diagnostic("RB7003", DiagnosticSeverity.Error, null, $"no validation '{wanted}' is saved") { Help = "'rigbuilder validate list' lists them" }]);
                return ExitCode.BadInput;
            }

            environment.Out.WriteLine(parsed.GetValue(json) ? ReportText.Json(report) : ReportText.Markdown(report));
            return ExitCode.Fits;
        });
        return command;
    }

    private static JsonArray Json(IEnumerable<SavedResult> results) => new(
    [
        .. results.Select(r => (JsonNode)new JsonObject
        {
            ["name"] = r.Name,
            ["began"] = r.Report.Began,
            ["model"] = r.Report.Subject.ModelId,
            ["quant"] = r.Report.Subject.QuantId,
            ["verdict"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(r.Report.Verdict.ToString()),
            ["generation_tokens_per_second"] = r.Report.Rows.FirstOrDefault(row => row.Term == ComparisonTerm.Decode)?.Measured,
            ["generation_is_lower_bound"] = r.Report.Rows.FirstOrDefault(row => row.Term == ComparisonTerm.Decode)?.IsLowerBound ?? false,
        }),
    ]);

    private static string Words(ValidationVerdict verdict) => verdict == ValidationVerdict.WithinRange ? "as predicted" : verdict.ToString().ToLowerInvariant();

    private static string Speed(ValidationReport report) =>
        report.Rows.FirstOrDefault(r => r.Term == ComparisonTerm.Decode)?.MeasuredText ?? "–";
}
