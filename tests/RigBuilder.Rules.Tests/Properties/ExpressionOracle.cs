using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Tests.Properties;

/// <summary>
/// A second, naive implementation of the language: walks the tree, null is unknown, loops evaluate every element and then
/// look at all results together.
/// </summary>
/// <param name="facts">The facts.</param>
/// <param name="tagged">Whether a tag holds.</param>
/// <param name="assumed">Figures that stand in for real ones; null for none.</param>
internal sealed class ExpressionOracle(object facts, Func<string, bool> tagged, IReadOnlyDictionary<Member, object>? assumed = null)
{
    private readonly Dictionary<int, object?> _slots = new() { [0] = facts };

    /// <summary>Sets the element of a loop.</summary>
    public void Enter(Variable variable, object? element) => _slots[variable.Slot] = element;

    public object? Eval(Node node) => node switch
    {
        NumberNode n => n.Value.Value,
        TextNode t => t.Value,
        TruthNode t => t.Value,
        TaggedNode t => tagged(t.Tag),
        VariableNode v => _slots.GetValueOrDefault(v.Variable.Slot),
        MemberNode m => Eval(m.Target) is { } thing ? Read(m.Member, thing) : null,
        NegateNode n => Eval(n.Operand) is double d ? -d : null,
        ArithmeticNode a => Eval(a.Left) is double x && Eval(a.Right) is double y ? Finite(Arithmetic(a.Operator, x, y)) : null,
        NotNode n => Eval(n.Operand) is bool b ? !b : null,
        LogicNode l => l.IsAnd ? All([Eval(l.Left), Eval(l.Right)]) : Any([Eval(l.Left), Eval(l.Right)]),
        CompareNode c => Sign(c.Left, c.Right) is { } sign ? Compare(c.Operator, sign) : null,
        InRangeNode r => All([Sign(r.Item, r.Low) is { } low ? low >= 0 : null, Sign(r.Item, r.High) is { } high ? high <= 0 : null]),
        InListNode l => Any([.. l.Items.Select(i => Sign(l.Item, i) is { } sign ? (object?)(sign == 0) : null)]),
        InCollectionNode c => Eval(c.Item) is string s && Eval(c.Collection) is IReadOnlyList<object> list ? list.Any(o => (string)o == s) : null,
        LoopNode l => Loop(l),
        CallNode c => Call(c),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    private object? Read(Member member, object thing) => assumed is not null && assumed.TryGetValue(member, out var figure) ? figure : member.Type switch
    {
        NumberType => Finite(member.Number!(thing)),
        TruthType => member.Truth!(thing) switch { Truth.True => true, Truth.False => false, _ => null },
        ListType => member.List!(thing),
        EntityType => member.Thing!(thing),
        _ => member.Text!(thing),
    };

    private static object? Finite(double value) => double.IsFinite(value) ? value : null;

    private static double Arithmetic(ArithmeticOperator op, double x, double y) => op switch
    {
        ArithmeticOperator.Add => x + y,
        ArithmeticOperator.Subtract => x - y,
        ArithmeticOperator.Multiply => x * y,
        _ => x / y,
    };

    private static object? All(object?[] truths) => truths.Any(t => t is false) ? false : truths.All(t => t is true) ? true : null;

    private static object? Any(object?[] truths) => truths.Any(t => t is true) ? true : truths.All(t => t is false) ? false : null;

    private static bool Compare(CompareOperator op, int sign) => op switch
    {
        CompareOperator.Equal => sign == 0,
        CompareOperator.NotEqual => sign != 0,
        CompareOperator.Less => sign < 0,
        CompareOperator.LessOrEqual => sign <= 0,
        CompareOperator.Greater => sign > 0,
        _ => sign >= 0,
    };

    private int? Sign(Node left, Node right)
    {
        var (a, b) = (Eval(left), Eval(right));
        if (a is null || b is null) return null;
        if (a is double x && b is double y) return Math.Abs(x - y) <= 1e-9 * Math.Max(Math.Abs(x), Math.Abs(y)) ? 0 : x.CompareTo(y);
        if (a is bool p && b is bool q) return p.CompareTo(q);
        if (left.Type is WordType { IsOrdered: true } words) return words.IndexOf((string)a).CompareTo(words.IndexOf((string)b));
        return (string)a == (string)b ? 0 : 1;
    }

    private object? Loop(LoopNode loop)
    {
        if (Eval(loop.Source) is not IReadOnlyList<object> list) return null;
        var results = new List<(object? Where, object? Body)>();
        foreach (var element in list)
        {
            _slots[loop.Variable.Slot] = element;
            var where = loop.Where is null ? true : Eval(loop.Where);
            results.Add((where, where is false ? null : Eval(loop.Body)));
        }

        var truths = results.Select(r => r.Where is false ? false : r.Where is null && r.Body is not false ? null : r.Body).ToArray();
        if (loop.Kind == LoopKind.Any) return Any(truths);
        if (loop.Kind == LoopKind.All) return All([.. results.Select(r => r.Where is false || r.Body is true ? true : r.Where is null ? null : r.Body)]);
        if (loop.Kind == LoopKind.Count) return truths.Any(t => t is null) ? null : (double)truths.Count(t => t is true);
        var counted = results.Where(r => r.Where is not false).ToArray();
        if (counted.Any(r => r.Where is null || r.Body is null)) return null;
        if (loop.Kind == LoopKind.List) return string.Join(", ", counted.Select(r => (string)r.Body!).Distinct());
        var numbers = counted.Select(r => (double)r.Body!).ToArray();
        if (loop.Kind == LoopKind.Sum) return numbers.Sum();
        return numbers.Length == 0 ? null : loop.Kind == LoopKind.Min ? numbers.Min() : numbers.Max();
    }

    private object? Call(CallNode call)
    {
        var arguments = call.Arguments.Select(Eval).ToArray();
        switch (call.Function)
        {
            case Function.Present: return arguments[0] is not null;
            case Function.FirstKnown: return arguments.FirstOrDefault(a => a is not null);
            case Function.If: return arguments[0] is bool condition ? arguments[condition ? 1 : 2] : null;
        }

        if (arguments.Any(a => a is null)) return null;
        return call.Function switch
        {
            Function.Count => (double)((IReadOnlyList<object>)arguments[0]!).Count,
            Function.Contains => ((string)arguments[0]!).Contains((string)arguments[1]!, StringComparison.OrdinalIgnoreCase),
            Function.Min => arguments.Min(a => (double)a!),
            Function.Max => arguments.Max(a => (double)a!),
            Function.Abs => Math.Abs((double)arguments[0]!),
            _ => Step(call.Function, (double)arguments[0]!, arguments.Length > 1 ? (double)arguments[1]! : 1),
        };
    }

    private static object? Step(Function function, double value, double step)
    {
        if (step <= 0) return null;
        var multiples = value / step;
        var near = Math.Abs(multiples - Math.Round(multiples)) <= 1e-9 * Math.Abs(multiples);
        if (near) return Math.Round(multiples) * step;
        return step * function switch
        {
            Function.Ceil => Math.Ceiling(multiples),
            Function.Floor => Math.Floor(multiples),
            _ => Math.Round(multiples, MidpointRounding.AwayFromZero),
        };
    }
}
