namespace RigBuilder.Rules.Expressions;

/// <summary>Codes of what can be wrong with an expression.</summary>
public static class ExpressionCodes
{
    /// <summary>The text is no expression.</summary>
    public const string Syntax = "RB3201";

    /// <summary>A name or member that does not exist.</summary>
    public const string UnknownName = "RB3202";

    /// <summary>Types or dimensions that do not go together.</summary>
    public const string Type = "RB3203";

    /// <summary>A word outside its set.</summary>
    public const string Word = "RB3204";

    /// <summary>A function that does not exist, or wrong arguments.</summary>
    public const string Call = "RB3205";

    /// <summary>A unit that does not exist.</summary>
    public const string Unit = "RB3206";

    /// <summary>The expression is too long, too deep or has too many parts.</summary>
    public const string TooLarge = "RB3207";

    /// <summary>A message template with a stray brace or something that cannot be printed.</summary>
    public const string Template = "RB3208";
}
