using RigBuilder.Domain;
using RigBuilder.Domain.Units;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Syntax;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Expressions.Binding;

/// <summary>
/// Gives names their facts and every part its type. Reports all problems of an expression; a part that has one is null, and
/// what depends on it is passed over in silence.
/// </summary>
internal sealed class Binder
{
    private readonly string _text;
    private readonly OperatorBinder _operators;
    private readonly CallBinder _calls;

    public Binder(string text)
    {
        _text = text;
        _operators = new OperatorBinder(this);
        _calls = new CallBinder(this);
    }

    public List<ExpressionProblem> Problems { get; } = [];

    public void Report(string code, SyntaxNode at, string message, string? help = null) => Report(code, at.Start, at.Length, message, help);

    public void Report(string code, int start, int length, string message, string? help = null) =>
        Problems.Add(new ExpressionProblem(code, start, Math.Max(1, length), message, help));

    public string TextOf(SyntaxNode node) => _text.Substring(node.Start, node.Length);

    /// <summary>Binds a part.</summary>
    /// <param name="syntax">The part.</param>
    /// <param name="scope">The names it may use.</param>
    /// <param name="expected">What is wanted, which decides what bare words mean; not enforced here.</param>
    /// <returns>The typed part; null when a problem was reported.</returns>
    public Node? Bind(SyntaxNode syntax, Scope scope, RuleType? expected = null) => syntax switch
    {
        NumberSyntax number => new NumberNode(NumberType.Of(number.Value.Dimension), TextOf(syntax), number.Value),
        TruthSyntax truth => new TruthNode(TruthType.Instance, TextOf(syntax), truth.Value),
        TextSyntax text => BindText(text, expected),
        NameSyntax name => BindName(name, scope, expected),
        MemberSyntax member => BindMember(member, scope),
        UnarySyntax unary => _operators.Unary(unary, scope),
        BinarySyntax binary => _operators.Binary(binary, scope),
        InSyntax item => _operators.In(item, scope),
        CallSyntax call => _calls.Call(call, scope),
        LoopSyntax loop => _calls.Loop(loop, scope),
        RangeSyntax => Misplaced(syntax, "a range belongs after 'in'"),
        _ => Misplaced(syntax, "a list belongs after 'in'"),
    };

    /// <summary>Binds a part that must have a type.</summary>
    public Node? BindAs(SyntaxNode syntax, Scope scope, RuleType type, string wherefore)
    {
        if (Bind(syntax, scope, type) is not { } node) return null;
        if (node.Type.Matches(type)) return node;
        Report(ExpressionCodes.Type, syntax, $"{wherefore} {type.Describe()}, but this is {node.Type.Describe()}");
        return null;
    }

    private TextNode? BindText(TextSyntax text, RuleType? expected)
    {
        if (expected is not WordType words) return new TextNode(TextType.Instance, TextOf(text), text.Value);
        if (words.IndexOf(text.Value) >= 0) return new TextNode(words, TextOf(text), text.Value);
        UnknownWord(text, text.Value, words);
        return null;
    }

    private Node? BindName(NameSyntax name, Scope scope, RuleType? expected)
    {
        if (expected is WordType words && words.IndexOf(name.Name) >= 0) return new TextNode(words, name.Name, name.Name);
        if (scope.Find(name.Name) is { } variable) return new VariableNode(variable.Type, name.Name, variable);
        if (scope.Facts.Find(name.Name) is { } fact)
            return new MemberNode(fact.Type, name.Name, new VariableNode(scope.Facts, "", scope.Root), fact);
        if (expected is WordType known) UnknownWord(name, name.Name, known);
        else Report(ExpressionCodes.UnknownName, name, $"unknown name '{name.Name}'", HelpForName(name.Name, scope, expected));
        return null;
    }

    private MemberNode? BindMember(MemberSyntax syntax, Scope scope)
    {
        if (Bind(syntax.Target, scope) is not { } target) return null;
        if (target.Type is not EntityType entity)
        {
            var help = target.Type is ListType ? "look at its elements, for example: any(gpu.vram < 8 GiB for gpu in rig.gpus)" : null;
            Report(ExpressionCodes.UnknownName, syntax.NameStart, syntax.Name.Length, $"{target.Text} is {target.Type.Describe()} and has no member '{syntax.Name}'", help);
            return null;
        }

        if (entity.Find(syntax.Name) is { } member) return new MemberNode(member.Type, TextOf(syntax), target, member);
        var nearest = Spelling.Nearest(syntax.Name, entity.Members.Select(m => m.Name));
        Report(ExpressionCodes.UnknownName, syntax.NameStart, syntax.Name.Length, $"{entity.Name} has no member '{syntax.Name}'",
            nearest is null ? $"its members: {string.Join(", ", entity.Members.Select(m => m.Name))}" : $"did you mean '{nearest}'?");
        return null;
    }

    private void UnknownWord(SyntaxNode at, string word, WordType words)
    {
        var nearest = Spelling.Nearest(word, words.Words);
        Report(ExpressionCodes.Word, at, $"'{word}' is not {words.Describe()}",
            nearest is null ? $"one of {string.Join(", ", words.Words)}" : $"did you mean '{nearest}'? ({string.Join(", ", words.Words)})");
    }

    private static string? HelpForName(string name, Scope scope, RuleType? expected)
    {
        if (expected is TextType) return $"quote a text: '{name}'";
        if (Spelling.Nearest(name, scope.Names) is { } nearest) return $"did you mean '{nearest}'?";
        var owner = scope.Facts.Members.FirstOrDefault(m => m.Type is EntityType entity && entity.Find(name) is not null);
        if (owner is not null) return $"did you mean '{owner.Name}.{name}'?";
        if (name.Contains('-', StringComparison.Ordinal)) return "put blanks around '-' to subtract";
        return $"known names: {string.Join(", ", scope.Names)}";
    }

    private Node? Misplaced(SyntaxNode syntax, string message)
    {
        Report(ExpressionCodes.Syntax, syntax, message);
        return null;
    }

    /// <summary>What to write instead of a number of the wrong dimension.</summary>
    public static string? UnitHelp(Dimension dimension)
    {
        var units = UnitTable.SymbolsOf(dimension).Take(4).ToArray();
        return units.Length == 0 || dimension.IsNone ? null : $"{dimension} has one of the units {string.Join(", ", units)}";
    }
}
