using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;

namespace RigBuilder.Rules.Evaluation;

/// <summary>
/// Loops over lists. An element whose 'where' or value is unknown makes the result unknown, unless another element decides
/// it already (one counter-example settles all, one example settles any).
/// </summary>
internal static class LoopCompiler
{
    private static readonly Func<EvaluationFrame, Truth> Always = _ => Expressions.Truth.True;

    public static Func<EvaluationFrame, Truth> Truth(LoopNode node)
    {
        var (source, where, body, slot) = (Compiler.List(node.Source), Where(node), Compiler.Truth(node.Body), node.Variable.Slot);
        if (node.Kind == LoopKind.Any)
        {
            return frame => Fold(frame, source, slot, Expressions.Truth.False, Expressions.Truth.True,
                (f, result) => Truths.Or(result, Truths.And(where(f), body(f))));
        }

        return frame => Fold(frame, source, slot, Expressions.Truth.True, Expressions.Truth.False,
            (f, result) => Truths.And(result, Truths.Or(Truths.Not(where(f)), body(f))));
    }

    public static Func<EvaluationFrame, double> Number(LoopNode node)
    {
        var (source, where, slot) = (Compiler.List(node.Source), Where(node), node.Variable.Slot);
        if (node.Kind == LoopKind.Count)
        {
            var body = Compiler.Truth(node.Body);
            return frame => Reduce(frame, source, slot, 0, (f, result) => Truths.And(where(f), body(f)) switch
            {
                Expressions.Truth.True => result + 1,
                Expressions.Truth.False => result,
                _ => double.NaN,
            });
        }

        var value = Compiler.Number(node.Body);
        Func<double, double, double> join = node.Kind switch
        {
            LoopKind.Sum => (a, b) => a + b,
            LoopKind.Min => Math.Min,
            _ => Math.Max,
        };
        var start = node.Kind switch { LoopKind.Sum => 0, LoopKind.Min => double.PositiveInfinity, _ => double.NegativeInfinity };
        return frame => Reduce(frame, source, slot, start, (f, result) => where(f) switch
        {
            Expressions.Truth.True => join(result, value(f)),
            Expressions.Truth.False => result,
            _ => double.NaN,
        });
    }

    public static Func<EvaluationFrame, string?> Text(LoopNode node)
    {
        var (source, where, body, slot) = (Compiler.List(node.Source), Where(node), Compiler.Text(node.Body), node.Variable.Slot);
        return frame =>
        {
            if (source(frame) is not { } list) return null;
            var texts = new List<string>();
            for (var i = 0; i < list.Count; i++)
            {
                if (!frame.Burn()) return null;
                frame[slot] = list[i];
                var counts = where(frame);
                if (counts == Expressions.Truth.False) continue;
                if (counts == Expressions.Truth.Unknown || body(frame) is not { } text) return null;
                if (!texts.Contains(text)) texts.Add(text);
            }

            return string.Join(", ", texts);
        };
    }

    private static Func<EvaluationFrame, Truth> Where(LoopNode node) => node.Where is null ? Always : Compiler.Truth(node.Where);

    private static Truth Fold(EvaluationFrame frame, Func<EvaluationFrame, IReadOnlyList<object>?> source, int slot, Truth start, Truth decided, Func<EvaluationFrame, Truth, Truth> step)
    {
        if (source(frame) is not { } list) return Expressions.Truth.Unknown;
        var result = start;
        for (var i = 0; i < list.Count && result != decided; i++)
        {
            if (!frame.Burn()) return Expressions.Truth.Unknown;
            frame[slot] = list[i];
            result = step(frame, result);
        }

        return result;
    }

    private static double Reduce(EvaluationFrame frame, Func<EvaluationFrame, IReadOnlyList<object>?> source, int slot, double start, Func<EvaluationFrame, double, double> step)
    {
        if (source(frame) is not { } list) return double.NaN;
        var result = start;
        for (var i = 0; i < list.Count && !double.IsNaN(result); i++)
        {
            if (!frame.Burn()) return double.NaN;
            frame[slot] = list[i];
            result = step(frame, result);
        }

        return Arithmetic.Known(result);
    }
}
