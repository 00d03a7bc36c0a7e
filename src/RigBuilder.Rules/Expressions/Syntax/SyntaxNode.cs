using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Rules.Expressions.Syntax;

/// <summary>An expression as written, before names and types are known.</summary>
internal abstract record SyntaxNode(int Start, int Length)
{
    public int End => Start + Length;
}

internal sealed record NumberSyntax(int Start, int Length, Quantity Value) : SyntaxNode(Start, Length);

internal sealed record TextSyntax(int Start, int Length, string Value) : SyntaxNode(Start, Length);

internal sealed record TruthSyntax(int Start, int Length, bool Value) : SyntaxNode(Start, Length);

internal sealed record NameSyntax(int Start, int Length, string Name) : SyntaxNode(Start, Length);

internal sealed record MemberSyntax(int Start, int Length, SyntaxNode Target, string Name, int NameStart) : SyntaxNode(Start, Length);

internal sealed record UnarySyntax(int Start, int Length, string Symbol, SyntaxNode Operand) : SyntaxNode(Start, Length);

internal sealed record BinarySyntax(int Start, int Length, string Symbol, SyntaxNode Left, SyntaxNode Right) : SyntaxNode(Start, Length);

internal sealed record InSyntax(int Start, int Length, SyntaxNode Item, SyntaxNode Set, bool Negated) : SyntaxNode(Start, Length);

internal sealed record RangeSyntax(int Start, int Length, SyntaxNode Low, SyntaxNode High) : SyntaxNode(Start, Length);

internal sealed record ListSyntax(int Start, int Length, ImmutableArray<SyntaxNode> Items) : SyntaxNode(Start, Length);

internal sealed record CallSyntax(int Start, int Length, string Name, int NameLength, ImmutableArray<SyntaxNode> Arguments) : SyntaxNode(Start, Length);

internal sealed record LoopSyntax(
    int Start, int Length, string Name, int NameLength, SyntaxNode Body, Token Variable, SyntaxNode Source, SyntaxNode? Where) : SyntaxNode(Start, Length);
