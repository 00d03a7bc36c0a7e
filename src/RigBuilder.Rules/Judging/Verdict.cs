using System.Collections.Immutable;
using RigBuilder.Domain.Findings;

namespace RigBuilder.Rules.Judging;

/// <summary>What a rule set says of a situation.</summary>
/// <param name="Findings">Findings, most serious first, then by rule id and subject.</param>
/// <param name="Tags">Derived facts that rules asserted.</param>
/// <param name="Failures">Rules whose evaluation failed, with the reason; they count as silent.</param>
public sealed record Verdict(
    ImmutableArray<Finding> Findings, ImmutableSortedSet<string> Tags, ImmutableArray<RuleFailure> Failures)
{
    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors => !Findings.IsEmpty && Findings[0].Severity == Severity.Error;
}

/// <summary>A rule whose evaluation failed.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Reason">What went wrong.</param>
public sealed record RuleFailure(string RuleId, string Reason);
