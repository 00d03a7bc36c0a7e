using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>A function applied to values.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Function">The function.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record CallNode(RuleType Type, string Text, Function Function, ImmutableArray<Node> Arguments) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => Arguments;
}
