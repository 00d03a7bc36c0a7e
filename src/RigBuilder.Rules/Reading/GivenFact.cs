using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Facts.Vocabulary;

namespace RigBuilder.Rules.Reading;

/// <summary>Reads a figure that a rule's test gives: "psu.watts" and "750 W".</summary>
public static class GivenFact
{
    /// <summary>The fact of this name, when it is one that can be given.</summary>
    /// <param name="name">"psu.watts".</param>
    /// <param name="problem">What is wrong; null when nothing is.</param>
    public static Member? Find(string name, out ExpressionProblem? problem)
    {
        var read = CheckedExpression.Of(name, FactVocabulary.Scope);
        problem = read.Problems.IsEmpty ? null : read.Problems[0];
        if (read.Root is not { } root) return null;
        if (root is MemberNode { Type: not (EntityType or ListType) } member) return member.Member;
        problem = new ExpressionProblem(ExpressionCodes.Type, 0, Math.Max(1, name.Length), $"'{name}' is no single fact", "for example plan.watts_rated");
        return null;
    }

    /// <summary>The value of a fact; null when there are problems.</summary>
    /// <param name="member">The fact.</param>
    /// <param name="text">The value as written.</param>
    /// <param name="problem">What is wrong; null when nothing is.</param>
    public static object? Value(Member member, string text, out ExpressionProblem? problem)
    {
        problem = null;
        if (member.Type is TextType) return text;
        var read = CheckedExpression.Of(text, FactVocabulary.Scope, member.Type);
        problem = read.Problems.IsEmpty ? null : read.Problems[0];
        if (read.Root is not { } root) return null;
        if (root.All().Any(n => n is VariableNode or TaggedNode))
        {
            problem = new ExpressionProblem(ExpressionCodes.Type, 0, Math.Max(1, text.Length), "a fixed value belongs here", $"{member.FullName} is {member.Type.Describe()}");
            return null;
        }

        var frame = new EvaluationFrame();
        frame.Refuel();
        return member.Type switch
        {
            NumberType => Compiler.Number(root)(frame),
            TruthType => Compiler.Truth(root)(frame),
            _ => Compiler.Text(root)(frame),
        };
    }
}
