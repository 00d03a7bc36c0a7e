using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>A number with its sign changed.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Operand">The number.</param>
public sealed record NegateNode(RuleType Type, string Text, Node Operand) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Operand];
}
