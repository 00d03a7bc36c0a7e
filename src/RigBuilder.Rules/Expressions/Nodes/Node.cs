using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>A part of a checked expression: typed, bound to facts, immutable. Engines compile it; explain walks it.</summary>
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
