using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>Whether a text or word is in a list of facts.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Item">The text or word.</param>
/// <param name="Collection">The list.</param>
public sealed record InCollectionNode(RuleType Type, string Text, Node Item, Node Collection) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Item, Collection];
}
