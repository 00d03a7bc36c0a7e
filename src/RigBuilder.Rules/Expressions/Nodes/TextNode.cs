using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>A text or a word.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Value">The text.</param>
public sealed record TextNode(RuleType Type, string Text, string Value) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [];
}
