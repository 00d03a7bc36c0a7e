using System.CommandLine;
using System.Text.Json.Nodes;
using RigBuilder.Cli.Composition;
using RigBuilder.Cli.Output;
using RigBuilder.Domain;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Explaining;
using RigBuilder.Rules.Linting;
using RigBuilder.Rules.Testing;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rigs;

namespace RigBuilder.Cli.Commands;

/// <summary>"rules": check, test, list and explain the rules.</summary>
internal sealed class RulesCommand(CliEnvironment environment, DataOptions data)
{
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON.", Recursive = true };
    private readonly Option<string> _rig = new("--rig") { Description = "The rig file to explain the rule on.", HelpName = "FILE", Required = true };
    private readonly Argument<string> _rule = new("ID") { Description = "Id of a rule." };

    public Command Create()
    {
        var check = new Command("check", "Read the rules and report everything wrong or doubtful about them, with file, line and column.");
        check.SetAction(Check);
        var test = new Command("test", "Run the tests that stand in the rule files.");
        test.SetAction(Test);
        var list = new Command("list", "List the rules.");
        list.SetAction(List);
        var explain = new Command("explain", "Show why a rule speaks or is silent on a rig, with values substituted.") { _rule, _rig };
        explain.SetAction(Explain);
        return new Command("rules", "Check, test, list and explain the rules.") { _json, check, test, list, explain };
    }

    private int Check(ParseResult parsed)
    {
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        var diagnostics = world.Diagnostics.AddRange(RuleLinter.Lint(world.Rules));
        var errors = diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        if (parsed.GetValue(_json))
        {
            environment.Out.WriteLine(Json.Pretty(new JsonObject
            {
                ["rules"] = world.Rules.Rules.Length,
                ["errors"] = errors,
                ["warnings"] = diagnostics.Length - errors,
                ["diagnostics"] = DiagnosticJson.Of(diagnostics),
            }));
        }
        else
        {
            Diagnosing.Report(environment, diagnostics);
            environment.Out.WriteLine($"{world.Rules.Rules.Length} rules; {errors} errors, {diagnostics.Length - errors} warnings");
        }

        return errors == 0 ? ExitCode.Fits : ExitCode.BadInput;
    }

    private int Test(ParseResult parsed)
    {
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        var results = new RuleTestRunner(world.Catalog, world.Forecaster).Run(world.Rules);
        var failures = results.Select(r => r.ToDiagnostic()).OfType<Diagnostic>().ToArray();
        if (parsed.GetValue(_json))
        {
            environment.Out.WriteLine(Json.Pretty(new JsonObject
            {
                ["passed"] = results.Length - failures.Length,
                ["failed"] = failures.Length,
                ["diagnostics"] = DiagnosticJson.Of(world.Diagnostics.AddRange(failures)),
            }));
        }
        else
        {
            Diagnosing.Report(environment, world.Diagnostics.AddRange(failures));
            environment.Out.WriteLine($"{world.Rules.Rules.Length} rules, {results.Length} tests: {results.Length - failures.Length} hold, {failures.Length} do not ({RuleJudge.Library})");
        }

        return world.HasErrors ? ExitCode.BadInput : failures.Length > 0 || results.IsEmpty ? ExitCode.Findings : ExitCode.Fits;
    }

    private int List(ParseResult parsed)
    {
        var world = WorldLoader.Load(data.Folders(parsed, environment));
        Diagnosing.Report(environment, world.Diagnostics);
        var rules = world.Rules.Rules.OrderBy(r => r.Severity).ThenBy(r => r.Id, StringComparer.Ordinal).ToArray();
        if (parsed.GetValue(_json))
        {
            environment.Out.WriteLine(Json.Pretty(Json.Array(rules.Select(r => (JsonNode?)new JsonObject
            {
                ["id"] = r.Id,
                ["severity"] = Json.Word(r.Severity),
                ["title"] = r.Title,
                ["why"] = r.Why,
                ["file"] = r.Location?.File,
                ["tests"] = r.Tests.Length,
            }))));
            return ExitCode.Fits;
        }

        foreach (var rule in rules) environment.Out.WriteLine($"{Json.Word(rule.Severity),-12}{rule.Id,-36}{rule.Title}");
        return ExitCode.Fits;
    }

    private int Explain(ParseResult parsed)
    {
        var world = WorldLoader.Load(data.Folders(parsed, environment)).KnowingModelOf(environment.Resolve(parsed.GetRequiredValue(_rig)));
        var id = parsed.GetRequiredValue(_rule);
        var read = new RigFiles(new DiskFiles()).Load(environment.Resolve(parsed.GetRequiredValue(_rig)), world.Catalog);
        Diagnosing.Report(environment, world.Diagnostics.AddRange(read.Diagnostics));
        var rule = world.Rules.Find(id);
        if (rule is null)
        {
            var nearest = Spelling.Nearest(id, world.Rules.Ids);
            Diagnosing.Report(environment, [new Diagnostic("RB7009", DiagnosticSeverity.Error, null, $"there is no rule '{id}'")
            {
                Help = nearest is null ? "'rigbuilder rules list' shows the known ones" : $"did you mean '{nearest}'?",
            }]);
        }

        if (rule is null || read.Value is not { } build) return ExitCode.BadInput;
        var (rig, quest) = (world.Catalog.Resolve(build), world.Catalog.Resolve(build.Quest));
        var explanation = new RuleExplainer(world.Rules).Explain(rule, new Situation(rig, quest, world.Forecaster.Predict(rig, quest)));
        environment.Out.Write(ExplanationText.Render(explanation));
        return ExitCode.Fits;
    }
}
