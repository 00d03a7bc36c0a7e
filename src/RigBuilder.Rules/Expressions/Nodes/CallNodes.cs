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

/// <summary>A built-in function.</summary>
public enum Function
{
    /// <summary>The smallest of two or more values.</summary>
    Min,

    /// <summary>The largest of two or more values.</summary>
    Max,

    /// <summary>The nearest multiple of a step (of 1 without a step).</summary>
    Round,

    /// <summary>The next multiple of a step at or above.</summary>
    Ceil,

    /// <summary>The next multiple of a step at or below.</summary>
    Floor,

    /// <summary>The value without its sign.</summary>
    Abs,

    /// <summary>Whether a text holds another one, whatever the case.</summary>
    Contains,

    /// <summary>Whether a value is known; never unknown itself.</summary>
    Present,

    /// <summary>The first of several values that is known.</summary>
    FirstKnown,

    /// <summary>The second argument where the first holds, else the third.</summary>
    If,

    /// <summary>Number of elements of a list.</summary>
    Count,
}

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

/// <summary>What is said of the elements of a list.</summary>
public enum LoopKind
{
    /// <summary>The condition holds for at least one.</summary>
    Any,

    /// <summary>The condition holds for every one.</summary>
    All,

    /// <summary>For how many the condition holds.</summary>
    Count,

    /// <summary>The sum of a value.</summary>
    Sum,

    /// <summary>The smallest value; unknown for no elements.</summary>
    Min,

    /// <summary>The largest value; unknown for no elements.</summary>
    Max,

    /// <summary>The different texts, joined by commas.</summary>
    List,
}
