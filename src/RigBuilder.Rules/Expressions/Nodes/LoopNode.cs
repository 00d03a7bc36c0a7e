using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>Something said of the elements of a list: any, all, count, sum, min, max, list.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Kind">What is said.</param>
/// <param name="Body">The condition or value per element.</param>
/// <param name="Variable">The element.</param>
/// <param name="Source">The list.</param>
/// <param name="Where">Which elements count; null for all.</param>
public sealed record LoopNode(RuleType Type, string Text, LoopKind Kind, Node Body, Variable Variable, Node Source, Node? Where) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => Where is null ? [Source, Body] : [Source, Where, Body];
}
