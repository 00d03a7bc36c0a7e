using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Expressions.Nodes;

namespace RigBuilder.Rules.Model;

/// <summary>Where a cure lies: a slot, and which of its parts would do.</summary>
/// <param name="Slot">The slot to change.</param>
/// <param name="Where">What a part must fulfil; null when nothing in particular.</param>
/// <param name="Candidates">The variables that stand for the part in <paramref name="Where"/> (a board has two names).</param>
public sealed record RuleFix(PartKind Slot, Node? Where, IReadOnlyList<Variable> Candidates);
