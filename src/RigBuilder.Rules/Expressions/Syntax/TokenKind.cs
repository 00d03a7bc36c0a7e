namespace RigBuilder.Rules.Expressions.Syntax;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Word,
    Operator,
}
