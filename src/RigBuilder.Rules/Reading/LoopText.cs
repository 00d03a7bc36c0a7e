using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Reading;

/// <summary>Reads "gpu in rig.gpus", the head of a rule that is judged per element.</summary>
public static class LoopText
{
    /// <summary>Reads a loop head. Never throws.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scope">The names the list may use.</param>
    /// <param name="inner">The scope of the rule's expressions: with the element, when reading succeeds.</param>
    /// <param name="problems">Everything wrong.</param>
    public static RuleLoop? Parse(string text, Scope scope, out Scope inner, out IReadOnlyList<ExpressionProblem> problems)
    {
        inner = scope;
        var at = text.IndexOf(" in ", StringComparison.Ordinal);
        var name = at > 0 ? text[..at].Trim() : "";
        if (name.Length == 0 || !IsName(name))
        {
            problems = [new ExpressionProblem(ExpressionCodes.Syntax, 0, Math.Max(1, text.Length), "this is no loop", "write 'gpu in rig.gpus'")];
            return null;
        }

        var offset = at + " in ".Length;
        var read = CheckedExpression.Of(text[offset..], scope);
        problems = [.. read.Problems.Select(p => p with { Start = p.Start + offset })];
        if (read.Root is not { } source) return null;
        if (source.Type is not ListType list)
        {
            problems = [new ExpressionProblem(ExpressionCodes.Type, offset, Math.Max(1, text.Length - offset), $"a list belongs here, but this is {source.Type.Describe()}", "for example rig.gpus")];
            return null;
        }

        inner = scope.With(name, list.Element);
        return new RuleLoop(inner.Innermost, source);
    }

    private static bool IsName(string name) =>
        char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && name is not ("and" or "or" or "not" or "in" or "for" or "where" or "true" or "false");
}
