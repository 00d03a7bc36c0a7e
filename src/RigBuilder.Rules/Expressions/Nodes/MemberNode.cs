using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>A fact of a thing.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Target">The thing.</param>
/// <param name="Member">Which fact.</param>
public sealed record MemberNode(RuleType Type, string Text, Node Target, Member Member) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Target];
}
