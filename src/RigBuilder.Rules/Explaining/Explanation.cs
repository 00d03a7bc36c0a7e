using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
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

/// <summary>What came of a rule for one element, or once for the whole rig.</summary>
/// <param name="Subject">The element ("gpu 2"); null when the rule is judged once.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="When">The evaluation of the condition; null when the rule has none.</param>
/// <param name="Require">The evaluation of the requirement; null when the rule has none.</param>
/// <param name="Missing">What is not known ("the cooler slot is empty"), when that decides; else null.</param>
/// <param name="Finding">The finding, when it fires and has a message; else null.</param>
public sealed record ElementExplanation(string? Subject, Outcome Outcome, Trace? When, Trace? Require, string? Missing, Finding? Finding);

/// <summary>What came of a rule.</summary>
public enum Outcome
{
    /// <summary>It fires.</summary>
    Fires,

    /// <summary>It applies, and what it requires holds.</summary>
    Holds,

    /// <summary>It does not apply.</summary>
    DoesNotApply,

    /// <summary>Something it needs is not known, so it is silent.</summary>
    Unknown,
}

/// <summary>A part of an expression with the value it had.</summary>
/// <param name="Text">The part as written; in a loop with the element before it ("gpu 2: gpu.vram &lt; 8 GiB").</param>
/// <param name="Value">Its value as text.</param>
/// <param name="IsKnown">Whether the value is known.</param>
/// <param name="Parts">The parts it is made of; literals are left out, since they are their own value.</param>
public sealed record Trace(string Text, string Value, bool IsKnown, ImmutableArray<Trace> Parts);
