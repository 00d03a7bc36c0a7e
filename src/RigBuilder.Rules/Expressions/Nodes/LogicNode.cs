using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>Both, or at least one, of two conditions.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="IsAnd">Whether both must hold.</param>
/// <param name="Left">First condition.</param>
/// <param name="Right">Second condition.</param>
public sealed record LogicNode(RuleType Type, string Text, bool IsAnd, Node Left, Node Right) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Left, Right];
}
