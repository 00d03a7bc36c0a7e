using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>Whether a value equals one of a written list.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Item">The value.</param>
/// <param name="Items">The list.</param>
public sealed record InListNode(RuleType Type, string Text, Node Item, ImmutableArray<Node> Items) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Item, .. Items];
}
