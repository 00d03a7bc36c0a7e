using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Binding;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Syntax;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions;

/// <summary>The outcome of reading an expression: a checked tree, or everything that is wrong with the text.</summary>
/// <param name="Root">The tree; null when there are problems.</param>
/// <param name="Problems">All problems; a syntax error is always alone.</param>
public sealed record CheckedExpression(Node? Root, ImmutableArray<ExpressionProblem> Problems)
{
    /// <summary>Reads and checks an expression. Never throws.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">The names it may use.</param>
    /// <param name="expected">The type it must have; null for any.</param>
    public static CheckedExpression Of(string text, Scope scope, RuleType? expected = null)
    {
        var (syntax, problem) = Parser.Parse(text);
        if (problem is not null || syntax is null) return new CheckedExpression(null, [problem!]);
        var binder = new Binder(text);
        var root = binder.Bind(syntax, scope, expected);
        if (root is not null && expected is not null && !root.Type.Matches(expected))
            binder.Report(ExpressionCodes.Type, syntax, $"this is {root.Type.Describe()}, but {expected.Describe()} belongs here");
        return binder.Problems.Count > 0 ? new CheckedExpression(null, [.. binder.Problems]) : new CheckedExpression(root, []);
    }

    /// <summary>A yes/no expression.</summary>
    public static CheckedExpression Condition(string text, Scope scope) => Of(text, scope, TruthType.Instance);
}

/// <summary>Something wrong with an expression, at a stretch of its text.</summary>
/// <param name="Code">Diagnostic code, "RB3203".</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Characters, 1 or more (the end of the text counts as one).</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Help">What to write instead, or null.</param>
public sealed record ExpressionProblem(string Code, int Start, int Length, string Message, string? Help = null);
