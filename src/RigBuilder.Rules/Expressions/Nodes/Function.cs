namespace RigBuilder.Rules.Expressions.Nodes;

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
