using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Facts;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Model;
using RigBuilder.Rules.Tests.Properties;

namespace RigBuilder.Rules.Tests.Judging;

/// <summary>
/// A second, naive judge: walks the checked trees, knows no order of rules and remembers nothing. A tag holds if a rule that asserts
/// it fires, which is found out each time that somebody asks. Shares nothing with the compiled rules but how a value is printed.
/// </summary>
internal sealed class Oracle(RuleSet rules, Situation situation)
{
    private readonly RigFacts _facts = new(situation);

    /// <summary>The tags that hold, in order.</summary>
    public IEnumerable<string> Tags => rules.Rules.SelectMany(r => r.Asserts).Distinct().Where(Holds).Order(StringComparer.Ordinal);

    /// <summary>"rule, subject: message; cure" of every finding, in the order of severity, rule and element.</summary>
    public IEnumerable<string> Findings =>
        from rule in rules.Rules.Where(r => r.Message is not null).OrderBy(r => r.Severity).ThenBy(r => r.Id, StringComparer.Ordinal)
        from fired in Firings(rule)
        select $"{rule.Id}, {fired.Subject}: {Fill(fired.At, rule.Message)}; {Fill(fired.At, rule.Cure)}";

    /// <summary>The same of a verdict's findings.</summary>
    public static IEnumerable<string> Told(Verdict verdict) => verdict.Findings.Select(f => $"{f.RuleId}, {f.Subject}: {f.Message}; {f.Cure}");

    private bool Holds(string tag) => rules.Rules.Any(r => r.Asserts.Contains(tag) && Firings(r).Any());

    private IEnumerable<(ExpressionOracle At, string? Subject)> Firings(Rule rule)
    {
        var at = new ExpressionOracle(_facts, Holds, situation.Assumed);
        if (rule.For is not { } loop)
        {
            if (Fires(rule, at)) yield return (at, null);
            yield break;
        }

        var number = 0;
        foreach (var element in at.Eval(loop.Source) as IReadOnlyList<object> ?? [])
        {
            at.Enter(loop.Variable, element);
            number++;
            if (Fires(rule, at)) yield return (at, $"{loop.Variable.Name} {number}");
        }
    }

    private static bool Fires(Rule rule, ExpressionOracle at) =>
        (rule.When is null || at.Eval(rule.When) is true) && (rule.Require is null || at.Eval(rule.Require) is false);

    private static string? Fill(ExpressionOracle at, MessageTemplate? template) =>
        template is null ? null : string.Concat(template.Parts.Select(p => p.Literal ?? Print(p.Value!.Type, at.Eval(p.Value))));

    private static string Print(RuleType type, object? value) => value switch
    {
        double number => FigureText.Of(number, (NumberType)type),
        bool truth => truth ? "yes" : "no",
        string text => FigureText.Of(text, type),
        _ => "unknown",
    };
}
