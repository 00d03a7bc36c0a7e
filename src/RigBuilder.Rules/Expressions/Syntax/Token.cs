using RigBuilder.Domain.Units;

namespace RigBuilder.Rules.Expressions.Syntax;

/// <summary>A piece of an expression's text. <paramref name="Value"/> is the word, the operator or the unquoted text.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Value, Quantity Number = default)
{
    public int End => Start + Length;

    public bool Is(string symbol) => Kind is TokenKind.Operator or TokenKind.Word && Value == symbol;
}

internal enum TokenKind
{
    End,
    Number,
    Text,
    Word,
    Operator,
}
