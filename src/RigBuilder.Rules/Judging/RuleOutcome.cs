using System.Collections.Immutable;
using RigBuilder.Domain.Findings;

namespace RigBuilder.Rules.Judging;

/// <summary>What became of evaluating a rule.</summary>
/// <param name="Fired">Whether it fired for any element, so that its tags hold.</param>
/// <param name="Findings">Its findings; none when it failed.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
internal sealed record RuleOutcome(bool Fired, ImmutableArray<Finding> Findings, string? Failure)
{
    /// <summary>A rule that has nothing to say.</summary>
    public static RuleOutcome Silent { get; } = new(false, [], null);
}
