using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;

namespace RigBuilder.Rules.Evaluation;

/// <summary>Reads facts. A fact of something that is not there is unknown; assumed figures go before real ones.</summary>
internal static class MemberReading
{
    public static Func<EvaluationFrame, Truth> Truth(MemberNode node)
    {
        var (target, member, read) = (Compiler.Thing(node.Target), node.Member, node.Member.Truth!);
        return frame =>
        {
            if (target(frame) is not { } thing) return Expressions.Truth.Unknown;
            return frame.Assumed is { } assumed && assumed.TryGetValue(member, out var value) ? (Truth)value : read(thing);
        };
    }

    public static Func<EvaluationFrame, double> Number(MemberNode node)
    {
        var (target, member, read) = (Compiler.Thing(node.Target), node.Member, node.Member.Number!);
        return frame =>
        {
            if (target(frame) is not { } thing) return double.NaN;
            return Arithmetic.Known(frame.Assumed is { } assumed && assumed.TryGetValue(member, out var value) ? (double)value : read(thing));
        };
    }

    public static Func<EvaluationFrame, string?> Text(MemberNode node)
    {
        var (target, member, read) = (Compiler.Thing(node.Target), node.Member, node.Member.Text!);
        return frame =>
        {
            if (target(frame) is not { } thing) return null;
            return frame.Assumed is { } assumed && assumed.TryGetValue(member, out var value) ? (string)value : read(thing);
        };
    }

    public static Func<EvaluationFrame, object?> Thing(MemberNode node)
    {
        var read = node.Member.Thing!;
        if (node.Target is VariableNode { Variable.Slot: 0 }) return frame => read(frame[0]!);
        var target = Compiler.Thing(node.Target);
        return frame => target(frame) is { } thing ? read(thing) : null;
    }

    public static Func<EvaluationFrame, IReadOnlyList<object>?> List(MemberNode node)
    {
        var (target, read) = (Compiler.Thing(node.Target), node.Member.List!);
        return frame => target(frame) is { } thing ? read(thing) : null;
    }
}
