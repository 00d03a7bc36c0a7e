using System.CommandLine;
using System.Text.Json.Nodes;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;
using RigBuilder.Cli.Predicting;
using RigBuilder.Cli.Validating;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Validation;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Cli.Commands;

/// <summary>"predict": memory, placement, speed, load time and power of parts and a model, without a rig file.</summary>
internal sealed class PredictCommand(CliEnvironment environment, DataOptions data)
{
    private readonly PartOptions _parts = new();
    private readonly ModelOptions _model = new();
    private readonly Option<string?> _quant = new("--quant") { Description = "Quantisation, for example Q4_K_M.", HelpName = "ID" };
    private readonly SettingOptions _settings = new();
    private readonly Option<bool> _asJson = new("--json") { Description = "Write JSON." };
    private readonly Option<bool> _explain = new("--explain") { Description = "Show every term with its source." };
    private readonly Option<bool> _exact = new("--exact") { Description = "Ask llama.cpp itself for the memory as well (all of it in system memory; nothing is allocated)." };
    private readonly Option<string?> _batch = new("--batch") { Description = "Read one JSON query per line from FILE (- for standard input) and write one JSON answer per line.", HelpName = "FILE" };

    public Command Create()
    {
        var command = new Command("predict", "Predict memory, placement, speed, load time and power for parts and a model.");
        _parts.AddTo(command);
        command.Options.Add(_quant);
        foreach (var option in _model.All) command.Options.Add(option);
        _settings.AddTo(command);
        foreach (var option in (Option[])[_asJson, _explain, _exact, _batch]) command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            var world = WorldLoader.Load(data.Folders(parsed, environment));
            Diagnosing.Report(environment, world.Diagnostics);
            if (world.IsEmpty) return ExitCode.BadInput;
            return parsed.GetValue(_batch) is { } file ? RunBatch(world, file) : await RunOneAsync(world, parsed, cancellation);
        });
        return command;
    }

    private async Task<int> RunOneAsync(LoadedWorld world, ParseResult parsed, CancellationToken cancellation)
    {
        var problems = new List<string>();
        var query = QueryOf(parsed, problems);
        var answer = QueryAnswer.To(query, world, ModelFiles.Know(world.Catalog, query.Model, environment.WorkingFolder), problems);
        if (answer is null || problems.Count > 0)
        {
            if (parsed.GetValue(_asJson)) environment.Out.WriteLine(Json.Pretty(Problems(problems)));
            foreach (var problem in problems)
                environment.Error.WriteLine(DiagnosticText.Render(new Diagnostic("RB7002", DiagnosticSeverity.Error, null, problem)));
            return ExitCode.BadInput;
        }

        var forecast = answer.Forecast;
        var exact = parsed.GetValue(_exact) ? await ExactlyAsync(answer.Query, cancellation) : null;
        if (parsed.GetValue(_asJson))
        {
            var json = ForecastJson.Of(forecast);
            if (exact?.Value is { } report) json["exact_memory"] = ExactMemoryOutput.Json(report);
            environment.Out.WriteLine(Json.Pretty(json));
        }
        else
        {
            foreach (var line in ForecastText.Of(forecast, parsed.GetValue(_explain))) environment.Out.WriteLine(line);
            if (exact?.Value is { } report) environment.Out.WriteLine(ExactMemoryOutput.Line(report));
        }

        if (exact is { Succeeded: false }) Diagnosing.Report(environment, exact.Diagnostics);
        return exact is { Succeeded: false } ? ExitCode.BadInput : ExitCode.Fits;
    }

    private Task<Attempt<BufferReport>> ExactlyAsync(ResolvedQuery resolved, CancellationToken cancellation) =>
        new ExactMemory(ThisProgram.Launcher(environment.ProgramFolder), environment.Time).MeasureAsync(resolved.Quest, cancellation);

    private int RunBatch(LoadedWorld world, string file)
    {
        TextReader reader;
        try
        {
            reader = file == "-" ? environment.In : new StreamReader(environment.Resolve(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Diagnosing.Report(environment, [new Diagnostic("RB7003", DiagnosticSeverity.Error, new SourceLocation(file, 0, 0), "cannot read the file: " + e.Message)]);
            return ExitCode.BadInput;
        }

        var failed = false;
        using (reader)
        {
            var number = 0;
            while (reader.ReadLine() is { } line)
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                var answer = Answer(world, line);
                answer["line"] = number;
                failed |= answer.ContainsKey("error");
                environment.Out.WriteLine(Json.OneLine(answer));
            }
        }

        return failed ? ExitCode.BadInput : ExitCode.Fits;
    }

    private JsonObject Answer(LoadedWorld world, string line)
    {
        var problems = new List<string>();
        var query = PredictQueryJson.Read(line, problems);
        var predicted = query is null || problems.Count > 0 ? null : QueryAnswer.To(query, world, ModelFiles.Know(world.Catalog, query.Model, environment.WorkingFolder), problems);
        var answer = predicted is null ? Problems(problems) : ForecastJson.Of(predicted.Forecast);
        if (query?.Tag is { } tag) answer["tag"] = tag;
        return answer;
    }

    private static JsonObject Problems(List<string> problems) => new()
    {
        ["error"] = string.Join("; ", problems),
        ["errors"] = Json.Strings(problems),
    };

    private PredictQuery QueryOf(ParseResult parsed, List<string> problems) => _parts.Of(parsed) with
    {
        Model = _model.Name(parsed, problems),
        Quant = parsed.GetValue(_quant),
        Settings = _settings.Of(parsed),
    };
}
