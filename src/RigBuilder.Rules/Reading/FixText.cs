using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Facts.Vocabulary;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Reading;

/// <summary>Reads where a rule's cure lies. In its condition the slot's name means the part that is tried.</summary>
public static class FixText
{
    /// <summary>Reads a cure's place. Never throws.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="where">What a part must fulfil; null for nothing in particular.</param>
    /// <param name="scope">The scope of the rule's expressions.</param>
    /// <param name="problems">Everything wrong with <paramref name="where"/>.</param>
    public static RuleFix? Parse(PartKind slot, string? where, Scope scope, out IReadOnlyList<ExpressionProblem> problems)
    {
        var candidates = new List<Variable>();
        foreach (var name in FactVocabulary.NamesOf(slot))
        {
            scope = scope.With(name, FactVocabulary.TypeOf(slot));
            candidates.Add(scope.Innermost);
        }

        problems = [];
        if (where is null) return new RuleFix(slot, null, candidates);
        var read = CheckedExpression.Condition(where, scope);
        problems = read.Problems;
        return read.Root is { } root ? new RuleFix(slot, root, candidates) : null;
    }
}
