using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Rigs;
using RigBuilder.Prediction;
using RigBuilder.Rules.Explaining;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Testing;

/// <summary>Runs the tests that stand in rule files.</summary>
/// <param name="catalog">Where the tests' ids are looked up.</param>
/// <param name="forecaster">Predicts for the tests' rigs.</param>
public sealed class RuleTestRunner(Catalog catalog, IForecaster forecaster)
{
    /// <summary>Runs all tests of a set, rule by rule in the order of ids.</summary>
    public ImmutableArray<RuleTestResult> Run(RuleSet rules)
    {
        var judge = new RuleJudge(rules);
        return
        [
            .. rules.Rules.OrderBy(r => r.Id, StringComparer.Ordinal)
                .SelectMany(rule => rule.Tests.Select(test => new RuleTestResult(rule, test, Run(judge, rule, test)))),
        ];
    }

    /// <summary>Runs the tests of one rule of a set.</summary>
    public ImmutableArray<RuleTestResult> Run(RuleSet rules, Rule rule)
    {
        var judge = new RuleJudge(rules);
        return [.. rule.Tests.Select(test => new RuleTestResult(rule, test, Run(judge, rule, test)))];
    }

    private string? Run(RuleJudge judge, Rule rule, RuleTest test)
    {
        var rig = catalog.Resolve(test.Build);
        var quest = catalog.Resolve(test.Build.Quest);
        if (UnknownId(rule, test, rig) is { } unknown) return unknown;
        var situation = new Situation(rig, quest, forecaster.Predict(rig, quest)) { Assumed = test.Given };
        var verdict = judge.Judge(situation);
        if (verdict.Failures.FirstOrDefault(f => f.RuleId == rule.Id) is { } failure) return $"its evaluation failed: {failure.Reason}";
        var findings = verdict.Findings.Where(f => f.RuleId == rule.Id).ToArray();
        var fires = rule.Message is null ? rule.Asserts.Any(verdict.Tags.Contains) : findings.Length > 0;
        if (fires != test.ExpectsFiring)
        {
            return fires
                ? $"expected silence on {test.Describe()}, but it says: {(findings.Length > 0 ? findings[0].Message : "its tags")}"
                : $"expected it to fire on {test.Describe()}, but it is silent: {WhySilent(judge, rule, situation)}";
        }

        return Compare(test, findings, verdict);
    }

    private string? UnknownId(Rule rule, RuleTest test, Rig rig)
    {
        var spec = test.Build.Quest;
        if (spec.ModelId is { } model && catalog.Names.Model(model) is { Item: null } noModel) return Unknown("model", model, noModel.Suggestions.FirstOrDefault());
        if (spec.QuantId is { } quant && catalog.Names.Quant(quant) is { Item: null } noQuant) return Unknown("quant", quant, noQuant.Suggestions.FirstOrDefault());

        // A rule about missing parts needs rigs that name parts which do not exist.
        var wantsMissing = rule.Expressions.SelectMany(e => e.All()).Any(n => n.Text == "rig.missing");
        return rig.Missing.IsEmpty || wantsMissing ? null : Unknown(rig.Missing[0].Kind.ToString().ToLowerInvariant(), rig.Missing[0].Selection.PartId, rig.Missing[0].Suggestion);
    }

    private static string Unknown(string what, string id, string? suggestion) =>
        $"the catalog has no {what} '{id}'" + (suggestion is null ? "" : $"; did you mean '{suggestion}'?");

    private static string WhySilent(RuleJudge judge, Rule rule, Situation situation)
    {
        var explanation = new RuleExplainer(judge).Explain(rule, situation);
        if (explanation.Elements.IsEmpty) return $"{rule.For?.Source.Text} has no elements";
        var element = explanation.Elements[0];
        var trace = element.Outcome == Outcome.DoesNotApply ? element.When : element.Require ?? element.When;
        var values = trace is null ? "" : $" ({string.Join(", ", Leaves(trace).Select(t => $"{t.Text} = {t.Value}"))})";
        return ExplanationText.Describe(element).Replace("silent: ", "", StringComparison.Ordinal) + values;
    }

    private static IEnumerable<Trace> Leaves(Trace trace) => trace.Parts.IsEmpty ? [trace] : trace.Parts.SelectMany(Leaves);

    private static string? Compare(RuleTest test, Finding[] findings, Verdict verdict)
    {
        if (test.Count is { } count && findings.Length != count) return $"expected {count} findings on {test.Describe()}, but there are {findings.Length}";
        if (test.Tags.FirstOrDefault(t => !verdict.Tags.Contains(t)) is { } tag) return $"expected the tag '{tag}' on {test.Describe()}";
        if (findings.Length == 0) return null;
        var first = findings[0];
        if (test.Subject is { } subject && first.Subject != subject) return $"expected the subject '{subject}', but it is '{first.Subject}'";
        if (test.Message.FirstOrDefault(m => !first.Message.Contains(m, StringComparison.Ordinal)) is { } message)
            return $"expected '{message}' in the message, but it says: {first.Message}";
        return test.Cure.FirstOrDefault(c => first.Cure?.Contains(c, StringComparison.Ordinal) != true) is { } cure
            ? $"expected '{cure}' in the cure, but it says: {first.Cure ?? "nothing"}"
            : null;
    }
}

/// <summary>The outcome of a rule's test.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Test">The test.</param>
/// <param name="Failure">What went wrong, one sentence; null when it passed.</param>
public sealed record RuleTestResult(Rule Rule, RuleTest Test, string? Failure)
{
    /// <summary>Whether it passed.</summary>
    public bool Passed => Failure is null;

    /// <summary>The failure as a diagnostic at the test's place; null when it passed.</summary>
    public Diagnostic? ToDiagnostic() => Failure is null
        ? null
        : new Diagnostic(RuleCodes.FailedTest, DiagnosticSeverity.Error, Test.Location ?? Rule.Location, $"rule '{Rule.Id}': {Failure}");
}
