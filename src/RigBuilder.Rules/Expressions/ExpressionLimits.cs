namespace RigBuilder.Rules.Expressions;

/// <summary>Sizes beyond which an expression is refused, so that reading and evaluating always end within a small stack.</summary>
public static class ExpressionLimits
{
    /// <summary>Most characters.</summary>
    public const int Characters = 2_000;

    /// <summary>Deepest nesting.</summary>
    public const int Depth = 40;

    /// <summary>Most parts (literals, names, operators).</summary>
    public const int Parts = 400;

    /// <summary>Most nested loops over collections.</summary>
    public const int Loops = 3;

    /// <summary>Highest power of a base unit in a dimension.</summary>
    public const int Power = 12;
}
