using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Evaluation;

/// <summary>
/// Turns checked expressions into delegates, one kind per kind of value: NaN, <see cref="Truth.Unknown"/> and null are
/// unknown. Closures instead of compiled expression trees: they cost nothing at start-up and run at a few nanoseconds a part.
/// </summary>
internal static class Compiler
{
    public static Func<EvaluationFrame, Truth> Truth(Node node) => node switch
    {
        TruthNode constant => Constant(Truths.Of(constant.Value)),
        MemberNode member => MemberReading.Truth(member),
        LogicNode logic => TruthCompiler.Logic(logic),
        NotNode not => TruthCompiler.Not(not),
        CompareNode compare => CompareCompiler.Compare(compare),
        InRangeNode range => CompareCompiler.InRange(range),
        InListNode list => CompareCompiler.InList(list),
        InCollectionNode collection => CompareCompiler.InCollection(collection),
        LoopNode loop => LoopCompiler.Truth(loop),
        CallNode call => CallCompiler.Truth(call),
        TaggedNode tagged => frame => Truths.Of(frame.Tags.Contains(tagged.Tag)),
        _ => throw Unexpected(node),
    };

    public static Func<EvaluationFrame, double> Number(Node node) => node switch
    {
        NumberNode constant => ConstantNumber(constant.Value.Value),
        MemberNode member => MemberReading.Number(member),
        ArithmeticNode arithmetic => Calculate(arithmetic),
        NegateNode negate => Negate(negate),
        LoopNode loop => LoopCompiler.Number(loop),
        CallNode call => CallCompiler.Number(call),
        _ => throw Unexpected(node),
    };

    public static Func<EvaluationFrame, string?> Text(Node node) => node switch
    {
        TextNode constant => ConstantText(constant.Value),
        MemberNode member => MemberReading.Text(member),
        VariableNode variable => frame => (string?)frame[variable.Variable.Slot],
        LoopNode loop => LoopCompiler.Text(loop),
        CallNode call => CallCompiler.Text(call),
        _ => throw Unexpected(node),
    };

    public static Func<EvaluationFrame, object?> Thing(Node node) => node switch
    {
        VariableNode variable => Slot(variable.Variable.Slot),
        MemberNode member => MemberReading.Thing(member),
        CallNode call => CallCompiler.Thing(call),
        _ => throw Unexpected(node),
    };

    public static Func<EvaluationFrame, IReadOnlyList<object>?> List(Node node) => node switch
    {
        MemberNode member => MemberReading.List(member),
        CallNode call => CallCompiler.List(call),
        _ => throw Unexpected(node),
    };

    /// <summary>Whether the value of a node is known, whatever its type.</summary>
    public static Func<EvaluationFrame, bool> Known(Node node)
    {
        switch (node.Type)
        {
            case NumberType:
                var number = Number(node);
                return frame => !double.IsNaN(number(frame));
            case TruthType:
                var truth = Truth(node);
                return frame => truth(frame) != Expressions.Truth.Unknown;
            case ListType:
                var list = List(node);
                return frame => list(frame) is not null;
            case EntityType:
                var thing = Thing(node);
                return frame => thing(frame) is not null;
            default:
                var text = Text(node);
                return frame => text(frame) is not null;
        }
    }

    private static Func<EvaluationFrame, Truth> Constant(Truth value) => _ => value;

    private static Func<EvaluationFrame, double> ConstantNumber(double value) => _ => value;

    private static Func<EvaluationFrame, string?> ConstantText(string value) => _ => value;

    private static Func<EvaluationFrame, object?> Slot(int slot) => frame => frame[slot];

    private static Func<EvaluationFrame, double> Negate(NegateNode node)
    {
        var operand = Number(node.Operand);
        return frame => -operand(frame);
    }

    private static Func<EvaluationFrame, double> Calculate(ArithmeticNode node)
    {
        var (left, right) = (Number(node.Left), Number(node.Right));
        return node.Operator switch
        {
            ArithmeticOperator.Add => frame => Arithmetic.Known(left(frame) + right(frame)),
            ArithmeticOperator.Subtract => frame => Arithmetic.Known(left(frame) - right(frame)),
            ArithmeticOperator.Multiply => frame => Arithmetic.Known(left(frame) * right(frame)),
            _ => frame => Arithmetic.Known(left(frame) / right(frame)),
        };
    }

    private static InvalidOperationException Unexpected(Node node) => new($"'{node.Text}' ({node.GetType().Name}) has no value of this kind");
}
