namespace RigBuilder.Rules.Expressions.Nodes;

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
