namespace RigBuilder.Rules.Expressions.Nodes;

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
