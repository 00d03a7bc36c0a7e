using System.Collections.Immutable;

namespace RigBuilder.Rules.Expressions.Syntax;

/// <summary>
/// Reads an expression by recursive descent with bounded depth. The first problem ends it: what follows a syntax error
/// says little. Grammar, loosest first: or, and, not, comparison and in, + -, * /, minus, member access.
/// </summary>
internal sealed class Parser
{
    private readonly Lexer _lexer;
    private readonly string _text;
    private Token _next;
    private int _previousEnd;
    private int _depth;
    private int _parts;
    private ExpressionProblem? _problem;

    private Parser(string text)
    {
        (_text, _lexer) = (text, new Lexer(text));
        Advance();
    }

    /// <summary>Reads the whole text; null with a problem when it is no expression.</summary>
    public static (SyntaxNode? Root, ExpressionProblem? Problem) Parse(string text)
    {
        if (text.Length > ExpressionLimits.Characters)
            return (null, new ExpressionProblem(ExpressionCodes.TooLarge, 0, 1, $"the expression has {text.Length:#,0} characters; at most {ExpressionLimits.Characters:#,0} are read"));
        var parser = new Parser(text);
        var root = parser.Expression();
        if (parser._next.Kind != TokenKind.End) parser.Unexpected();
        return parser.Problem is { } problem ? (null, problem) : (root, null);
    }

    private ExpressionProblem? Problem => _problem ?? _lexer.Problem;

    private SyntaxNode Expression()
    {
        if (++_depth > ExpressionLimits.Depth) return TooDeep();
        var node = Or();
        _depth--;
        return node;
    }

    private SyntaxNode Or()
    {
        var left = And();
        while (Take("or")) left = Binary("or", left, And());
        return left;
    }

    private SyntaxNode And()
    {
        var left = Not();
        while (Take("and")) left = Binary("and", left, Not());
        return left;
    }

    private SyntaxNode Not()
    {
        if (!_next.Is("not")) return Comparison();
        if (++_depth > ExpressionLimits.Depth) return TooDeep();
        var start = _next.Start;
        Advance();
        var operand = Not();
        _depth--;
        return Count(new UnarySyntax(start, operand.End - start, "not", operand));
    }

    private SyntaxNode Comparison()
    {
        var left = Sum();
        if (_next.Kind == TokenKind.Operator && _next.Value is "==" or "!=" or "<" or "<=" or ">" or ">=")
        {
            var symbol = _next.Value;
            Advance();
            var node = Binary(symbol, left, Sum());
            if (_next.Kind == TokenKind.Operator && _next.Value is "==" or "!=" or "<" or "<=" or ">" or ">=")
                return Fail(_next, "comparisons cannot be chained", "join two of them by 'and', or write 'x in low..high'");
            return node;
        }

        if (_next.Is("in")) return In(left, negated: false);
        if (!_next.Is("not")) return left;
        Advance();
        return _next.Is("in") ? In(left, negated: true) : Fail(_next, "'not' here must be followed by 'in'", null);
    }

    private SyntaxNode In(SyntaxNode item, bool negated)
    {
        Advance();
        var set = _next.Is("[") ? List() : RangeOrCollection();
        return Count(new InSyntax(item.Start, set.End - item.Start, item, set, negated));
    }

    private SyntaxNode List()
    {
        var start = _next.Start;
        Advance();
        var items = Arguments("]");
        return Count(new ListSyntax(start, _previousEnd - start, items));
    }

    private SyntaxNode RangeOrCollection()
    {
        var low = Sum();
        if (!Take("..")) return low;
        var high = Sum();
        return Count(new RangeSyntax(low.Start, high.End - low.Start, low, high));
    }

    private SyntaxNode Sum()
    {
        var left = Product();
        while (_next.Kind == TokenKind.Operator && _next.Value is "+" or "-")
        {
            var symbol = _next.Value;
            Advance();
            left = Binary(symbol, left, Product());
        }

        return left;
    }

    private SyntaxNode Product()
    {
        var left = Unary();
        while (_next.Kind == TokenKind.Operator && _next.Value is "*" or "/")
        {
            var symbol = _next.Value;
            Advance();
            left = Binary(symbol, left, Unary());
        }

        return left;
    }

    private SyntaxNode Unary()
    {
        if (!_next.Is("-")) return Postfix();
        if (++_depth > ExpressionLimits.Depth) return TooDeep();
        var start = _next.Start;
        Advance();
        var operand = Unary();
        _depth--;
        return Count(new UnarySyntax(start, operand.End - start, "-", operand));
    }

    private SyntaxNode Postfix()
    {
        var node = Primary();
        while (Take("."))
        {
            var name = _next;
            if (name.Kind != TokenKind.Word) return Fail(name, "a member's name belongs after the dot", null);
            Advance();
            node = Count(new MemberSyntax(node.Start, name.End - node.Start, node, name.Value, name.Start));
        }

        return node;
    }

    private SyntaxNode Primary()
    {
        var token = _next;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return Count(new NumberSyntax(token.Start, token.Length, token.Number));
            case TokenKind.Text:
                Advance();
                return Count(new TextSyntax(token.Start, token.Length, token.Value));
            case TokenKind.Word when token.Value is "true" or "false":
                Advance();
                return Count(new TruthSyntax(token.Start, token.Length, token.Value == "true"));
            case TokenKind.Word when !Lexer.IsKeyword(token.Value):
                Advance();
                return _next.Is("(") ? Call(token) : Count(new NameSyntax(token.Start, token.Length, token.Value));
            case TokenKind.Operator when token.Value == "(":
                return Grouped();
            default:
                return Unexpected();
        }
    }

    private SyntaxNode Grouped()
    {
        var start = _next.Start;
        Advance();
        var inner = Expression();
        if (!Take(")")) return Fail(_next, "a closing ')' is missing", null);
        return inner with { Start = start, Length = _previousEnd - start };
    }

    private SyntaxNode Call(Token name)
    {
        Advance();
        if (!_next.Is(")"))
        {
            var first = Expression();
            if (Take("for")) return Loop(name, first);
            var rest = Take(",") ? Arguments(")") : CloseAfterFirst();
            return Count(new CallSyntax(name.Start, _previousEnd - name.Start, name.Value, name.Length, [first, .. rest]));
        }

        Advance();
        return Count(new CallSyntax(name.Start, _previousEnd - name.Start, name.Value, name.Length, []));
    }

    private ImmutableArray<SyntaxNode> CloseAfterFirst()
    {
        if (!Take(")")) Fail(_next, "a ',' or the closing ')' is missing", null);
        return [];
    }

    private SyntaxNode Loop(Token name, SyntaxNode body)
    {
        var variable = _next;
        if (variable.Kind != TokenKind.Word || Lexer.IsKeyword(variable.Value))
            return Fail(variable, "a name for the element belongs after 'for'", "for example: any(gpu.vram < 8 GiB for gpu in rig.gpus)");
        Advance();
        if (!Take("in")) return Fail(_next, "'in' and a list belong after the element's name", null);
        var source = Sum();
        var where = Take("where") ? Expression() : null;
        if (!Take(")")) return Fail(_next, "a closing ')' is missing", null);
        return Count(new LoopSyntax(name.Start, _previousEnd - name.Start, name.Value, name.Length, body, variable, source, where));
    }

    private ImmutableArray<SyntaxNode> Arguments(string close)
    {
        var items = ImmutableArray.CreateBuilder<SyntaxNode>();
        do
            items.Add(Expression());
        while (Take(","));
        if (!Take(close)) Fail(_next, $"a ',' or the closing '{close}' is missing", null);
        return items.ToImmutable();
    }

    private SyntaxNode Binary(string symbol, SyntaxNode left, SyntaxNode right) =>
        Count(new BinarySyntax(left.Start, right.End - left.Start, symbol, left, right));

    private SyntaxNode Count(SyntaxNode node)
    {
        if (++_parts <= ExpressionLimits.Parts) return node;
        return Fail(_next, $"the expression has more than {ExpressionLimits.Parts} parts", "split the rule, or state a fact with 'asserts'", ExpressionCodes.TooLarge);
    }

    private SyntaxNode TooDeep() =>
        Fail(_next, $"the expression is nested more than {ExpressionLimits.Depth} deep", null, ExpressionCodes.TooLarge);

    private SyntaxNode Unexpected() => _next.Kind == TokenKind.End
        ? Fail(_next, _text.Trim().Length == 0 ? "an expression belongs here" : "the expression ends too early", null)
        : Fail(_next, $"'{_text.Substring(_next.Start, _next.Length)}' does not belong here", null);

    private SyntaxNode Fail(Token at, string message, string? help, string code = ExpressionCodes.Syntax)
    {
        _problem ??= _lexer.Problem ?? new ExpressionProblem(code, at.Start, Math.Max(1, at.Length), message, help);
        _next = new Token(TokenKind.End, _text.Length, 0, "");
        return new TruthSyntax(at.Start, Math.Max(1, at.Length), false);
    }

    private bool Take(string symbol)
    {
        if (!_next.Is(symbol)) return false;
        Advance();
        return true;
    }

    private void Advance()
    {
        if (_problem is not null) return;
        _previousEnd = _next.End;
        _next = _lexer.Next();
    }
}
