using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;

namespace RigBuilder.Rules.Evaluation;

/// <summary>and, or, not. The second operand is left out where the first decides.</summary>
internal static class TruthCompiler
{
    public static Func<EvaluationFrame, Truth> Logic(LogicNode node)
    {
        var (left, right) = (Compiler.Truth(node.Left), Compiler.Truth(node.Right));
        if (node.IsAnd) return frame => left(frame) is var a && a == Truth.False ? Truth.False : Truths.And(a, right(frame));
        return frame => left(frame) is var a && a == Truth.True ? Truth.True : Truths.Or(a, right(frame));
    }

    public static Func<EvaluationFrame, Truth> Not(NotNode node)
    {
        var operand = Compiler.Truth(node.Operand);
        return frame => Truths.Not(operand(frame));
    }
}
