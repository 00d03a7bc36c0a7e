using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Units;
using RigBuilder.Rules.Expressions.Nodes;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Model;
using RigBuilder.Rules.Testing;

namespace RigBuilder.Rules.Linting;

/// <summary>Rules about rules: what is no error, yet should not be in a set that people rely on. All findings are warnings.</summary>
public static class RuleLinter
{
    /// <summary>Looks at a whole set, deprecated rules included.</summary>
    public static ImmutableArray<Diagnostic> Lint(RuleSet rules)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var rule in rules.Rules) found.AddRange(Lint(rule));
        LintTags(rules, found);
        LintTitles(rules, found);
        foreach (var rule in rules.Deprecated.Where(r => r.Deprecated!.ReplacedBy is { } id && rules.Find(id) is null))
            found.Add(Warn(RuleCodes.UnknownReplacement, rule, $"rule '{rule.Id}' is replaced by '{rule.Deprecated!.ReplacedBy}', which does not exist"));
        return found.ToImmutable();
    }

    private static IEnumerable<Diagnostic> Lint(Rule rule)
    {
        foreach (var (name, node) in new[] { ("when", rule.When), ("require", rule.Require) })
            if (node is not null && IsConstant(node)) yield return Warn(RuleCodes.ConstantCondition, rule, $"'{name}' of rule '{rule.Id}' never changes: {node.Text}");
        foreach (var missing in MissingTests(rule)) yield return Warn(RuleCodes.MissingTest, rule, $"rule '{rule.Id}' has no {missing}");
        if (rule.Message is null) yield break;
        if (string.IsNullOrWhiteSpace(rule.Why)) yield return Warn(RuleCodes.MissingReason, rule, $"rule '{rule.Id}' does not say why");
        if (rule.Source is null) yield return Warn(RuleCodes.MissingReason, rule, $"rule '{rule.Id}' has no source");
        if (!rule.Message.HasPlaceholders && rule.Expressions.Any(e => e.Type is TruthType && Threshold(e)))
            yield return Warn(RuleCodes.BareMessage, rule, $"the message of rule '{rule.Id}' shows nothing of the rig");
        if (rule.Severity == Severity.Error && rule.Cure is null) yield return Warn(RuleCodes.MissingCure, rule, $"rule '{rule.Id}' is an error without a cure");
    }

    /// <summary>What is missing of a rule's tests, in words.</summary>
    public static IEnumerable<string> MissingTests(Rule rule)
    {
        if (!rule.Tests.Any(t => t.Kind == RuleTestKind.Fires)) yield return "test that fires";
        if (!rule.Tests.Any(t => t.Kind == RuleTestKind.Silent)) yield return "test that is silent";
        if (HasThreshold(rule) && !rule.Tests.Any(t => t.Kind == RuleTestKind.Boundary)) yield return "test at its threshold";
    }

    /// <summary>Whether a rule compares a figure with a limit: an ordering of figures with a unit, or of two facts.</summary>
    public static bool HasThreshold(Rule rule) => (rule.When is { } when && Threshold(when)) || (rule.Require is { } require && Threshold(require));

    private static bool Threshold(Node node) => node.All().Any(n => n switch
    {
        CompareNode { Operator: > CompareOperator.NotEqual, Left.Type: NumberType { Dimension: var d } } c => d != Dimension.None || !(c.Left is NumberNode || c.Right is NumberNode),
        InRangeNode { Item.Type: NumberType { Dimension: var d } } => d != Dimension.None,
        _ => false,
    });

    private static bool IsConstant(Node node) =>
        !node.All().Any(n => n is VariableNode or TaggedNode) || (node is CompareNode compare && compare.Left.Text == compare.Right.Text);

    private static void LintTags(RuleSet rules, ImmutableArray<Diagnostic>.Builder found)
    {
        var tested = rules.Rules.SelectMany(r => r.TestedTags).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in rules.Rules)
            foreach (var tag in rule.Asserts.Where(t => !tested.Contains(t)))
                found.Add(Warn(RuleCodes.UnusedTag, rule, $"no rule tests the tag '{tag}' that rule '{rule.Id}' asserts"));
    }

    private static void LintTitles(RuleSet rules, ImmutableArray<Diagnostic>.Builder found)
    {
        foreach (var group in rules.Rules.GroupBy(r => r.Title, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            foreach (var rule in group.Skip(1))
                found.Add(Warn(RuleCodes.DuplicateTitle, rule, $"rule '{rule.Id}' has the title of rule '{group.First().Id}'"));
    }

    private static Diagnostic Warn(string code, Rule rule, string message) => new(code, DiagnosticSeverity.Warning, rule.Location, message);
}
