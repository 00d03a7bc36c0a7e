using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;

namespace RigBuilder.Rules.Evaluation;

/// <summary>Functions.</summary>
internal static class CallCompiler
{
    public static Func<EvaluationFrame, Truth> Truth(CallNode node)
    {
        switch (node.Function)
        {
            case Function.Present:
                var known = Compiler.Known(node.Arguments[0]);
                return frame => Truths.Of(known(frame));
            case Function.Contains:
                var (whole, part) = (Compiler.Text(node.Arguments[0]), Compiler.Text(node.Arguments[1]));
                return frame => whole(frame) is { } a && part(frame) is { } b
                    ? Truths.Of(a.Contains(b, StringComparison.OrdinalIgnoreCase))
                    : Expressions.Truth.Unknown;
            default:
                return Choice(node, Compiler.Truth, value => value != Expressions.Truth.Unknown, Expressions.Truth.Unknown);
        }
    }

    public static Func<EvaluationFrame, double> Number(CallNode node)
    {
        switch (node.Function)
        {
            case Function.Count:
                var list = Compiler.List(node.Arguments[0]);
                return frame => list(frame)?.Count ?? double.NaN;
            case Function.Abs:
                var value = Compiler.Number(node.Arguments[0]);
                return frame => Math.Abs(value(frame));
            case Function.Min:
                return Extreme(node, Math.Min);
            case Function.Max:
                return Extreme(node, Math.Max);
            case Function.Round:
                return Rounding(node, x => Math.Round(x, MidpointRounding.AwayFromZero));
            case Function.Ceil:
                return Rounding(node, Math.Ceiling);
            case Function.Floor:
                return Rounding(node, Math.Floor);
            default:
                return Choice(node, Compiler.Number, value => !double.IsNaN(value), double.NaN);
        }
    }

    public static Func<EvaluationFrame, string?> Text(CallNode node) => Choice(node, Compiler.Text, value => value is not null, null);

    public static Func<EvaluationFrame, object?> Thing(CallNode node) => Choice(node, Compiler.Thing, value => value is not null, null);

    public static Func<EvaluationFrame, IReadOnlyList<object>?> List(CallNode node) => Choice(node, Compiler.List, value => value is not null, null);

    private static Func<EvaluationFrame, T> Choice<T>(CallNode node, Func<Node, Func<EvaluationFrame, T>> compile, Func<T, bool> isKnown, T unknown)
    {
        if (node.Function == Function.If)
        {
            var (condition, then, otherwise) = (Compiler.Truth(node.Arguments[0]), compile(node.Arguments[1]), compile(node.Arguments[2]));
            return frame => condition(frame) switch
            {
                Expressions.Truth.True => then(frame),
                Expressions.Truth.False => otherwise(frame),
                _ => unknown,
            };
        }

        var options = node.Arguments.Select(compile).ToArray();
        return frame =>
        {
            foreach (var option in options)
                if (option(frame) is var value && isKnown(value)) return value;
            return unknown;
        };
    }

    private static Func<EvaluationFrame, double> Extreme(CallNode node, Func<double, double, double> choose)
    {
        var values = node.Arguments.Select(Compiler.Number).ToArray();
        return frame =>
        {
            var result = values[0](frame);
            for (var i = 1; i < values.Length; i++) result = choose(result, values[i](frame));
            return result;
        };
    }

    private static Func<EvaluationFrame, double> Rounding(CallNode node, Func<double, double> rounding)
    {
        var value = Compiler.Number(node.Arguments[0]);
        if (node.Arguments.Length == 1) return frame => Arithmetic.Step(value(frame), 1, rounding);
        var step = Compiler.Number(node.Arguments[1]);
        return frame => Arithmetic.Step(value(frame), step(frame), rounding);
    }
}
