using RigBuilder.Domain.Diagnostics;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Testing;

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
