using RigBuilder.Domain.Findings;

namespace RigBuilder.Rules.Explaining;

/// <summary>What came of a rule for one element, or once for the whole rig.</summary>
/// <param name="Subject">The element ("gpu 2"); null when the rule is judged once.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="When">The evaluation of the condition; null when the rule has none.</param>
/// <param name="Require">The evaluation of the requirement; null when the rule has none.</param>
/// <param name="Missing">What is not known ("the cooler slot is empty"), when that decides; else null.</param>
/// <param name="Finding">The finding, when it fires and has a message; else null.</param>
public sealed record ElementExplanation(string? Subject, Outcome Outcome, Trace? When, Trace? Require, string? Missing, Finding? Finding);
