using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>A number with its unit.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Value">In base units.</param>
public sealed record NumberNode(RuleType Type, string Text, Quantity Value) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [];
}
