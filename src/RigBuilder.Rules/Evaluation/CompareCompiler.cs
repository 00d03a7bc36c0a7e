using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Evaluation;

/// <summary>Comparisons, ranges and membership.</summary>
internal static class CompareCompiler
{
    public static Func<EvaluationFrame, Truth> Compare(CompareNode node)
    {
        var holds = Holds(node.Operator);
        var order = Order(node.Left, node.Right);
        return frame => order(frame) is { } sign ? Truths.Of(holds(sign)) : Truth.Unknown;
    }

    public static Func<EvaluationFrame, Truth> InRange(InRangeNode node)
    {
        var (low, high) = (Order(node.Item, node.Low), Order(node.Item, node.High));
        return frame => Truths.And(
            low(frame) is { } a ? Truths.Of(a >= 0) : Truth.Unknown,
            high(frame) is { } b ? Truths.Of(b <= 0) : Truth.Unknown);
    }

    public static Func<EvaluationFrame, Truth> InList(InListNode node)
    {
        var orders = node.Items.Select(item => Order(node.Item, item)).ToArray();
        return frame =>
        {
            var result = Truth.False;
            foreach (var order in orders)
            {
                result = Truths.Or(result, order(frame) is { } sign ? Truths.Of(sign == 0) : Truth.Unknown);
                if (result == Truth.True) break;
            }

            return result;
        };
    }

    public static Func<EvaluationFrame, Truth> InCollection(InCollectionNode node)
    {
        var (item, collection) = (Compiler.Text(node.Item), Compiler.List(node.Collection));
        return frame =>
        {
            if (item(frame) is not { } wanted || collection(frame) is not { } list) return Truth.Unknown;
            for (var i = 0; i < list.Count; i++)
                if (wanted.Equals((string)list[i], StringComparison.Ordinal)) return Truth.True;
            return Truth.False;
        };
    }

    private static Func<int, bool> Holds(CompareOperator @operator) => @operator switch
    {
        CompareOperator.Equal => sign => sign == 0,
        CompareOperator.NotEqual => sign => sign != 0,
        CompareOperator.Less => sign => sign < 0,
        CompareOperator.LessOrEqual => sign => sign <= 0,
        CompareOperator.Greater => sign => sign > 0,
        _ => sign => sign >= 0,
    };

    /// <summary>-1, 0 or 1 by which the left value is less, equal or greater; null where either is unknown.</summary>
    private static Func<EvaluationFrame, int?> Order(Node left, Node right)
    {
        switch (left.Type)
        {
            case NumberType:
                var (a, b) = (Compiler.Number(left), Compiler.Number(right));
                return frame =>
                {
                    var (x, y) = (a(frame), b(frame));
                    return double.IsNaN(x) || double.IsNaN(y) ? null : Arithmetic.Compare(x, y);
                };
            case TruthType:
                var (p, q) = (Compiler.Truth(left), Compiler.Truth(right));
                return frame =>
                {
                    var (x, y) = (p(frame), q(frame));
                    return x == Truth.Unknown || y == Truth.Unknown ? null : x.CompareTo(y);
                };
            case WordType { IsOrdered: true } words:
                return Texts(left, right, (x, y) => words.IndexOf(x).CompareTo(words.IndexOf(y)));
            default:
                return Texts(left, right, (x, y) => string.Equals(x, y, StringComparison.Ordinal) ? 0 : 1);
        }
    }

    private static Func<EvaluationFrame, int?> Texts(Node left, Node right, Func<string, string, int> compare)
    {
        var (a, b) = (Compiler.Text(left), Compiler.Text(right));
        return frame => a(frame) is { } x && b(frame) is { } y ? compare(x, y) : null;
    }
}
