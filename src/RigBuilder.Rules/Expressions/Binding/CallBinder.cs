using System.Collections.Immutable;
using RigBuilder.Domain;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Syntax;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Binding;

/// <summary>Types of functions and of loops over lists.</summary>
internal sealed class CallBinder(Binder binder)
{
    public Node? Call(CallSyntax syntax, Scope scope)
    {
        if (syntax.Name == "tagged") return Tagged(syntax);
        if (FunctionTable.Find(syntax.Name) is not { } function) return Unknown(syntax);
        if (syntax.Arguments.Length < function.Fewest || syntax.Arguments.Length > function.Most)
        {
            binder.Report(ExpressionCodes.Call, syntax, $"{syntax.Name} takes {function.Count}, not {syntax.Arguments.Length}", function.Example);
            return null;
        }

        var arguments = Arguments(syntax, function.Function, scope);
        if (arguments is null) return null;
        return Check(syntax, function.Function, arguments) is { } type
            ? new CallNode(type, binder.TextOf(syntax), function.Function, [.. arguments])
            : null;
    }

    public Node? Loop(LoopSyntax syntax, Scope scope)
    {
        if (FunctionTable.FindLoop(syntax.Name) is not { } kind)
        {
            binder.Report(ExpressionCodes.Call, syntax.Start, syntax.NameLength, $"'{syntax.Name}' does not go over lists", $"one of {string.Join(", ", FunctionTable.Loops)}");
            return null;
        }

        if (binder.Bind(syntax.Source, scope) is not { } source) return null;
        if (source.Type is not ListType list)
        {
            binder.Report(ExpressionCodes.Type, syntax.Source, $"a list belongs after 'in', but this is {source.Type.Describe()}", "for example rig.gpus");
            return null;
        }

        if (scope.Slots > ExpressionLimits.Loops + 1)
        {
            binder.Report(ExpressionCodes.TooLarge, syntax, $"more than {ExpressionLimits.Loops} loops inside one another");
            return null;
        }

        var inner = scope.With(syntax.Variable.Value, list.Element);
        var where = syntax.Where is null ? null : binder.BindAs(syntax.Where, inner, TruthType.Instance, "'where' needs");
        var body = Body(kind, syntax.Body, inner);
        if (body is null || (syntax.Where is not null && where is null)) return null;
        RuleType type = kind switch
        {
            LoopKind.Any or LoopKind.All => TruthType.Instance,
            LoopKind.Count => NumberType.Plain,
            LoopKind.List => TextType.Instance,
            _ => body.Type,
        };
        return new LoopNode(type, binder.TextOf(syntax), kind, body, inner.Innermost, source, where);
    }

    private Node? Body(LoopKind kind, SyntaxNode syntax, Scope scope)
    {
        if (kind is LoopKind.Any or LoopKind.All or LoopKind.Count)
            return binder.BindAs(syntax, scope, TruthType.Instance, $"{kind.ToString().ToLowerInvariant()} needs");
        if (binder.Bind(syntax, scope) is not { } body) return null;
        if (kind == LoopKind.List ? body.Type is TextType or WordType : body.Type is NumberType) return body;
        binder.Report(ExpressionCodes.Type, syntax, $"{kind.ToString().ToLowerInvariant()} needs {(kind == LoopKind.List ? "a text" : "a number")} per element, but this is {body.Type.Describe()}");
        return null;
    }

    private Node[]? Arguments(CallSyntax syntax, Function function, Scope scope)
    {
        var nodes = new Node?[syntax.Arguments.Length];
        RuleType? expected = null;
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = binder.Bind(syntax.Arguments[i], scope, expected);
            if (function is Function.FirstKnown || (function is Function.If && i > 0)) expected = nodes[i]?.Type;
        }

        return nodes.Any(n => n is null) ? null : [.. nodes.Select(n => n!)];
    }

    private RuleType? Check(CallSyntax syntax, Function function, Node[] arguments) => function switch
    {
        Function.Present => TruthType.Instance,
        Function.Count => Need(syntax, 0, arguments[0].Type is ListType, "a list", arguments) ? NumberType.Plain : null,
        Function.Contains => Need(syntax, 0, arguments[0].Type is TextType, "a text", arguments) && Need(syntax, 1, arguments[1].Type is TextType, "a text", arguments)
            ? TruthType.Instance : null,
        Function.If => Need(syntax, 0, arguments[0].Type is TruthType, "a condition", arguments) && Alike(syntax, arguments, 1) ? arguments[1].Type : null,
        Function.FirstKnown => Alike(syntax, arguments, 0) ? arguments[0].Type : null,
        Function.Abs => Numbers(syntax, arguments) ? arguments[0].Type : null,
        Function.Round or Function.Ceil or Function.Floor => Rounding(syntax, arguments),
        _ => Numbers(syntax, arguments) && Alike(syntax, arguments, 0) ? arguments[0].Type : null,
    };

    private RuleType? Rounding(CallSyntax syntax, Node[] arguments)
    {
        if (!Numbers(syntax, arguments)) return null;
        if (arguments.Length == 2) return Alike(syntax, arguments, 0) ? arguments[0].Type : null;
        return Need(syntax, 0, arguments[0].Type is NumberType { Dimension.IsNone: true }, "a plain number, or a step such as 10 W as second argument", arguments)
            ? arguments[0].Type
            : null;
    }

    private bool Numbers(CallSyntax syntax, Node[] arguments)
    {
        var good = true;
        for (var i = 0; i < arguments.Length; i++) good &= Need(syntax, i, arguments[i].Type is NumberType, "a number", arguments);
        return good;
    }

    private bool Alike(CallSyntax syntax, Node[] arguments, int from)
    {
        for (var i = from + 1; i < arguments.Length; i++)
            if (!Need(syntax, i, arguments[from].Type.Matches(arguments[i].Type), arguments[from].Type.Describe(), arguments)) return false;
        return true;
    }

    private bool Need(CallSyntax syntax, int index, bool holds, string what, Node[] arguments)
    {
        if (!holds) binder.Report(ExpressionCodes.Type, syntax.Arguments[index], $"{syntax.Name} needs {what} here, but this is {arguments[index].Type.Describe()}");
        return holds;
    }

    private TaggedNode? Tagged(CallSyntax syntax)
    {
        if (syntax.Arguments is [TextSyntax { Value.Length: > 0 } tag]) return new TaggedNode(TruthType.Instance, binder.TextOf(syntax), tag.Value);
        binder.Report(ExpressionCodes.Call, syntax, "tagged takes one tag in quotes", "for example tagged('several-gpus')");
        return null;
    }

    private Node? Unknown(CallSyntax syntax)
    {
        var isLoop = FunctionTable.FindLoop(syntax.Name) is not null;
        var nearest = Spelling.Nearest(syntax.Name, FunctionTable.Names);
        binder.Report(ExpressionCodes.Call, syntax.Start, syntax.NameLength, isLoop ? $"{syntax.Name} goes over a list" : $"unknown function '{syntax.Name}'",
            isLoop ? $"for example: {syntax.Name}(gpu.vram < 8 GiB for gpu in rig.gpus)" : nearest is null ? $"known functions: {string.Join(", ", FunctionTable.Names)}" : $"did you mean '{nearest}'?");
        return null;
    }
}
