using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Nodes;

/// <summary>A sum, difference, product or quotient.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Operator">Which.</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
public sealed record ArithmeticNode(RuleType Type, string Text, ArithmeticOperator Operator, Node Left, Node Right) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Left, Right];
}

/// <summary>An operation on two numbers.</summary>
public enum ArithmeticOperator
{
    /// <summary>a + b.</summary>
    Add,

    /// <summary>a - b.</summary>
    Subtract,

    /// <summary>a * b.</summary>
    Multiply,

    /// <summary>a / b; unknown where b is zero.</summary>
    Divide,
}

/// <summary>A number with its sign changed.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Operand">The number.</param>
public sealed record NegateNode(RuleType Type, string Text, Node Operand) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Operand];
}

/// <summary>A comparison of two values of one type.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Operator">Which.</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
public sealed record CompareNode(RuleType Type, string Text, CompareOperator Operator, Node Left, Node Right) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Left, Right];
}

/// <summary>A comparison.</summary>
public enum CompareOperator
{
    /// <summary>==.</summary>
    Equal,

    /// <summary>!=.</summary>
    NotEqual,

    /// <summary>&lt;.</summary>
    Less,

    /// <summary>&lt;=.</summary>
    LessOrEqual,

    /// <summary>&gt;.</summary>
    Greater,

    /// <summary>&gt;=.</summary>
    GreaterOrEqual,
}

/// <summary>Whether a value lies between two others, both included.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Item">The value.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record InRangeNode(RuleType Type, string Text, Node Item, Node Low, Node High) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Item, Low, High];
}

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

/// <summary>Both, or at least one, of two conditions.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="IsAnd">Whether both must hold.</param>
/// <param name="Left">First condition.</param>
/// <param name="Right">Second condition.</param>
public sealed record LogicNode(RuleType Type, string Text, bool IsAnd, Node Left, Node Right) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Left, Right];
}

/// <summary>The opposite of a condition.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Operand">The condition.</param>
public sealed record NotNode(RuleType Type, string Text, Node Operand) : Node(Type, Text)
{
    /// <inheritdoc/>
    public override ImmutableArray<Node> Parts => [Operand];
}
