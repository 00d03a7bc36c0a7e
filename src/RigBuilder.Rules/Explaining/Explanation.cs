using System.Collections.Immutable;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Explaining;

/// <summary>
/// Why a rule fires or does not. Get one from <see cref="RuleExplainer"/>; <see cref="ExplanationText"/> renders it.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Elements">What came of it, per element; empty when its list is empty or unknown.</param>
/// <param name="Tags">Tags that other rules had asserted.</param>
public sealed record Explanation(Rule Rule, ImmutableArray<ElementExplanation> Elements, ImmutableSortedSet<string> Tags)
{
    /// <summary>Whether it fires for anything.</summary>
    public bool Fires => Elements.Any(e => e.Outcome == Outcome.Fires);
}
