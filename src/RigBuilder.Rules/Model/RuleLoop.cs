using RigBuilder.Rules.Expressions.Nodes;

namespace RigBuilder.Rules.Model;

/// <summary>"for: gpu in rig.gpus": a rule that is judged once per element.</summary>
/// <param name="Variable">The element, by its name.</param>
/// <param name="Source">The list.</param>
public sealed record RuleLoop(Variable Variable, Node Source);
