using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Syntax;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Binding;

/// <summary>Types of operators: which operands go together, and what comes out.</summary>
internal sealed class OperatorBinder(Binder binder)
{
    public Node? Unary(UnarySyntax syntax, Scope scope)
    {
        if (syntax.Symbol == "not")
        {
            return binder.BindAs(syntax.Operand, scope, TruthType.Instance, "'not' needs") is { } condition
                ? new NotNode(TruthType.Instance, binder.TextOf(syntax), condition)
                : null;
        }

        if (binder.Bind(syntax.Operand, scope) is not { } operand) return null;
        return IsNumber(operand, syntax.Operand, "'-'") ? new NegateNode(operand.Type, binder.TextOf(syntax), operand) : null;
    }

    public Node? Binary(BinarySyntax syntax, Scope scope) => syntax.Symbol switch
    {
        "and" or "or" => Logic(syntax, scope),
        "+" or "-" or "*" or "/" => Arithmetic(syntax, scope),
        _ => Compare(syntax, scope),
    };

    public Node? In(InSyntax syntax, Scope scope)
    {
        Node? node = syntax.Set switch
        {
            RangeSyntax range => InRange(syntax, range, scope),
            ListSyntax list => InList(syntax, list, scope),
            _ => InCollection(syntax, scope),
        };
        return node is null || !syntax.Negated ? node : new NotNode(TruthType.Instance, binder.TextOf(syntax), node);
    }

    private LogicNode? Logic(BinarySyntax syntax, Scope scope)
    {
        var wherefore = $"'{syntax.Symbol}' joins conditions; it needs";
        var left = binder.BindAs(syntax.Left, scope, TruthType.Instance, wherefore);
        var right = binder.BindAs(syntax.Right, scope, TruthType.Instance, wherefore);
        return left is null || right is null ? null : new LogicNode(TruthType.Instance, binder.TextOf(syntax), syntax.Symbol == "and", left, right);
    }

    private ArithmeticNode? Arithmetic(BinarySyntax syntax, Scope scope)
    {
        var left = binder.Bind(syntax.Left, scope);
        var right = binder.Bind(syntax.Right, scope);
        if (left is null || right is null) return null;
        if (!IsNumber(left, syntax.Left, $"'{syntax.Symbol}'") | !IsNumber(right, syntax.Right, $"'{syntax.Symbol}'")) return null;
        var (a, b) = ((NumberType)left.Type, (NumberType)right.Type);
        if (syntax.Symbol is "+" or "-")
        {
            if (!Agree(syntax, left, right)) return null;
            return new ArithmeticNode(a.Style == b.Style || right is NumberNode ? a : NumberType.Of(a.Dimension, left is NumberNode ? b.Style : FigureStyle.Auto),
                binder.TextOf(syntax), syntax.Symbol == "+" ? ArithmeticOperator.Add : ArithmeticOperator.Subtract, left, right);
        }

        var divides = syntax.Symbol == "/";
        var dimension = divides ? a.Dimension / b.Dimension : a.Dimension * b.Dimension;
        if (IsAbsurd(dimension))
        {
            binder.Report(ExpressionCodes.Type, syntax, "the dimension of this product means nothing");
            return null;
        }

        var style = b.Dimension.IsNone && b.Style != FigureStyle.Percent ? a.Style : a.Dimension.IsNone && !divides && a.Style != FigureStyle.Percent ? b.Style : FigureStyle.Auto;
        return new ArithmeticNode(NumberType.Of(dimension, style is FigureStyle.Year ? FigureStyle.Auto : style), binder.TextOf(syntax), divides ? ArithmeticOperator.Divide : ArithmeticOperator.Multiply, left, right);
    }

    private CompareNode? Compare(BinarySyntax syntax, Scope scope)
    {
        var rightFirst = syntax.Left is TextSyntax || (syntax.Left is NameSyntax name && !scope.Knows(name.Name));
        var left = rightFirst ? null : binder.Bind(syntax.Left, scope);
        if (!rightFirst && left is null) return null;
        var right = binder.Bind(syntax.Right, scope, left?.Type);
        if (rightFirst && right is not null) left = binder.Bind(syntax.Left, scope, right.Type);
        if (left is null || right is null || !Agree(syntax, left, right)) return null;
        var @operator = syntax.Symbol switch
        {
            "==" => CompareOperator.Equal,
            "!=" => CompareOperator.NotEqual,
            "<" => CompareOperator.Less,
            "<=" => CompareOperator.LessOrEqual,
            ">" => CompareOperator.Greater,
            _ => CompareOperator.GreaterOrEqual,
        };
        if (left.Type is EntityType or ListType)
        {
            binder.Report(ExpressionCodes.Type, syntax, $"{left.Type.Describe()} cannot be compared", "compare one of its members");
            return null;
        }

        if (@operator > CompareOperator.NotEqual && !(left.Type is NumberType or WordType { IsOrdered: true }))
        {
            binder.Report(ExpressionCodes.Type, syntax, $"{left.Type.Describe()} has no order; only == and != compare it");
            return null;
        }

        return new CompareNode(TruthType.Instance, binder.TextOf(syntax), @operator, left, right);
    }

    private InRangeNode? InRange(InSyntax syntax, RangeSyntax range, Scope scope)
    {
        var item = binder.Bind(syntax.Item, scope);
        var low = binder.Bind(range.Low, scope, item?.Type);
        var high = binder.Bind(range.High, scope, item?.Type);
        if (item is null || low is null || high is null) return null;
        if (!(item.Type is NumberType or WordType { IsOrdered: true }))
        {
            binder.Report(ExpressionCodes.Type, syntax.Item, $"{item.Type.Describe()} has no order and so no range");
            return null;
        }

        return Agree(item, low, range.Low) & Agree(item, high, range.High)
            ? new InRangeNode(TruthType.Instance, binder.TextOf(syntax), item, low, high)
            : null;
    }

    private InListNode? InList(InSyntax syntax, ListSyntax list, Scope scope)
    {
        var item = binder.Bind(syntax.Item, scope);
        var items = list.Items.Select(i => (Syntax: i, Node: binder.Bind(i, scope, item?.Type))).ToArray();
        if (item is null || items.Any(i => i.Node is null)) return null;
        if (item.Type is EntityType or ListType)
        {
            binder.Report(ExpressionCodes.Type, syntax.Item, $"{item.Type.Describe()} cannot be compared", "compare one of its members");
            return null;
        }

        var agree = true;
        foreach (var (at, node) in items) agree &= Agree(item, node!, at);
        return agree ? new InListNode(TruthType.Instance, binder.TextOf(syntax), item, [.. items.Select(i => i.Node!)]) : null;
    }

    private InCollectionNode? InCollection(InSyntax syntax, Scope scope)
    {
        var collection = binder.Bind(syntax.Set, scope);
        if (collection is null) return null;
        if (collection.Type is not ListType { Element: WordType or TextType } list)
        {
            binder.Report(ExpressionCodes.Type, syntax.Set, $"'in' needs a list of words or texts, a written list or a range, but this is {collection.Type.Describe()}",
                "for example: x in [a, b], or x in 1..4");
            return null;
        }

        var item = binder.Bind(syntax.Item, scope, list.Element);
        return item is not null && Agree(collection with { Type = list.Element }, item, syntax.Item)
            ? new InCollectionNode(TruthType.Instance, binder.TextOf(syntax), item, collection)
            : null;
    }

    private bool Agree(BinarySyntax syntax, Node left, Node right) =>
        left is NumberNode or TextNode && right is not NumberNode ? Agree(right, left, syntax.Left) : Agree(left, right, syntax.Right);

    private bool Agree(Node standard, Node other, SyntaxNode at)
    {
        if (standard.Type.Matches(other.Type)) return true;
        binder.Report(ExpressionCodes.Type, at, $"{standard.Text} is {standard.Type.Describe()}, but {other.Text} is {other.Type.Describe()}",
            standard.Type is NumberType number ? Binder.UnitHelp(number.Dimension) : null);
        return false;
    }

    private bool IsNumber(Node node, SyntaxNode at, string wherefore)
    {
        if (node.Type is NumberType) return true;
        binder.Report(ExpressionCodes.Type, at, $"{wherefore} needs numbers, but this is {node.Type.Describe()}");
        return false;
    }

    private static bool IsAbsurd(Dimension d)
    {
        ImmutableArray<sbyte> powers = [d.Byte, d.Second, d.Joule, d.Flop, d.Metre, d.Token, d.Currency, d.Transfer, d.Cycle];
        return powers.Any(p => Math.Abs((int)p) > ExpressionLimits.Power);
    }
}
