using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>A part of a checked expression: typed, bound to facts, immutable. Evaluation compiles it; explain walks it.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written in the rule.</param>
public abstract record Node(RuleType Type, string Text)
{
    /// <summary>The parts it is made of, in the order in which they are written.</summary>
    public abstract ImmutableArray<Node> Parts { get; }

    /// <summary>This part and all parts below it.</summary>
    public IEnumerable<Node> All() => Parts.SelectMany(p => p.All()).Prepend(this);

    /// <summary>The text as written.</summary>
    public sealed override string ToString() => Text;
}

/// <summary>The facts as a whole, the element of a loop, or the part that a cure tries.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Variable">Which.</param>
public sealed record VariableNode(RuleType Type, string Text, Variable Variable) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [];
}

/// <summary>Something that an expression can name and that has another value from one evaluation to the next.</summary>
/// <param name="Name">Its name; empty for the facts as a whole.</param>
/// <param name="Type">Its type.</param>
/// <param name="Slot">Where its value stands in a frame; 0 is the facts as a whole.</param>
public sealed record Variable(string Name, RuleType Type, int Slot);

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

/// <summary>Whether some rule asserted a tag.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Tag">The tag.</param>
public sealed record TaggedNode(RuleType Type, string Text, string Tag) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [];
}

/// <summary>A number with its unit.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Value">In base units.</param>
public sealed record NumberNode(RuleType Type, string Text, Quantity Value) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [];
}

/// <summary>A text or a word.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Value">The text.</param>
public sealed record TextNode(RuleType Type, string Text, string Value) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [];
}

/// <summary>true or false.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Value">Which.</param>
public sealed record TruthNode(RuleType Type, string Text, bool Value) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [];
}
