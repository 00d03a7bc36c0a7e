using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Findings;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Facts.Vocabulary;
using RigBuilder.Rules.Model;
using RigBuilder.Rules.Reading;
using RigBuilder.Rules.Testing;
using RigBuilder.Yaml.Reading;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Rules;

/// <summary>Reads the expressions of a rule file, with every problem at its place in the file.</summary>
internal sealed class RuleReading(ReadContext context)
{
    /// <summary>The rule; meaningless when errors were reported.</summary>
    public Rule Read(RuleText text)
    {
        var scope = FactVocabulary.Scope;
        RuleLoop? loop = null;
        if (text.For is { } head)
        {
            loop = LoopText.Parse(head.Value, scope, out scope, out var problems);
            Report(head, problems);
            if (loop is null) return Bare(text);
        }

        CheckPoint(text);
        return Bare(text) with
        {
            For = loop,
            When = Condition(text.When, scope),
            Require = Condition(text.Require, scope),
            Message = Template(text.Message, scope),
            Cure = Template(text.Cure, scope),
            Fix = Fix(text.Fix, scope),
            Tests = [.. text.Tests.Select(Test)],
        };
    }

    private Rule Bare(RuleText text) => new()
    {
        Id = text.Id.Value,
        Title = text.Title,
        Severity = text.Severity,
        Maturity = text.Maturity,
        Why = text.Why,
        Points = text.Points,
        Source = text.Source,
        Asserts = text.Asserts,
        Since = text.Since,
        Deprecated = text.Deprecated,
        Location = context.LocationOf(text.Id.Span),
    };

    private void CheckPoint(RuleText text)
    {
        if (text.When is null && text.Require is null)
            context.Report(RuleCodes.Pointless, DiagnosticSeverity.Error, text.Id.Span, $"rule '{text.Id.Value}' has no condition", "add 'when', 'require' or both");
        if (text.Message is null && text.Asserts.IsEmpty)
            context.Report(RuleCodes.Pointless, DiagnosticSeverity.Error, text.Id.Span, $"rule '{text.Id.Value}' says nothing", "add 'message', or 'asserts' for a rule that only states a fact");
        if (text is { Points: not null, Severity: Severity.Error or Severity.Achievement })
            context.Report(RuleCodes.Pointless, DiagnosticSeverity.Error, text.Id.Span, $"rule '{text.Id.Value}' has points that change nothing", "leave out 'points': an error is an F whatever it is worth, and an achievement costs nothing");
    }

    private RigBuilder.Rules.Expressions.Nodes.Node? Condition(Located<string>? text, Scope scope)
    {
        if (text is null) return null;
        var read = CheckedExpression.Condition(text.Value, scope);
        Report(text, read.Problems);
        return read.Root;
    }

    private MessageTemplate? Template(Located<string>? text, Scope scope)
    {
        if (text is null) return null;
        var template = MessageTemplate.Parse(text.Value, scope, out var problems);
        Report(text, problems);
        return template;
    }

    private RuleFix? Fix(RuleText.FixKeys? keys, Scope scope)
    {
        if (keys is null) return null;
        var fix = FixText.Parse(keys.Slot, keys.Where?.Value, scope, out var problems);
        if (keys.Where is { } where) Report(where, problems);
        return fix;
    }

    private RuleTest Test(RuleTestText text)
    {
        var kind = text.Fires is not null ? RuleTestKind.Fires : text.Silent is not null ? RuleTestKind.Silent : RuleTestKind.Boundary;
        var rig = text.Fires ?? text.Silent ?? text.Boundary;
        return new RuleTest
        {
            Kind = kind,
            ExpectsFiring = kind == RuleTestKind.Fires || text.Expect is { Value: true },
            Build = rig?.ToBuild() ?? Domain.Rigs.Build.Empty,
            Given = Given(rig?.Given),
            Message = text.Message,
            Cure = text.Cure,
            Subject = text.Subject,
            Count = text.Count,
            Tags = text.Tags,
            Location = context.LocationOf(text.Span),
        };
    }

    private ImmutableDictionary<Member, object> Given(YamlNode? node)
    {
        if (node is null) return ImmutableDictionary<Member, object>.Empty;
        if (node is not YamlMapping mapping)
        {
            context.Report(Slip.NodeKind, node, $"expected facts with their values, found {node.Noun}", "write { psu.watts: 750 W }");
            return ImmutableDictionary<Member, object>.Empty;
        }

        MappingChecks.ReportDuplicateKeys(mapping, context);
        var given = ImmutableDictionary.CreateBuilder<Member, object>();
        foreach (var (key, value) in mapping.Entries)
        {
            var member = GivenFact.Find(key.Text, out var problem);
            if (problem is not null) Report(key, problem, RuleCodes.TestFact);
            if (member is null) continue;
            if (value is not YamlScalar scalar)
            {
                context.Report(Slip.NodeKind, value, $"expected a value, found {value.Noun}");
                continue;
            }

            var read = GivenFact.Value(member, scalar.Text, out problem);
            if (problem is not null) Report(scalar, problem, problem.Code);
            if (read is not null) given[member] = read;
        }

        return given.ToImmutable();
    }

    private void Report(Located<string> text, IEnumerable<ExpressionProblem> problems)
    {
        // The reader trims texts; problems are placed in the trimmed one.
        var written = (text.Node as YamlScalar)?.Text ?? text.Value;
        var lead = written.Length - written.TrimStart().Length;
        foreach (var problem in problems)
            context.Report(problem.Code, DiagnosticSeverity.Error, text.SpanOf(problem.Start + lead, problem.Length), problem.Message, problem.Help);
    }

    private void Report(YamlScalar scalar, ExpressionProblem problem, string code) =>
        context.Report(code, DiagnosticSeverity.Error, scalar.SpanOf(problem.Start, problem.Length), problem.Message, problem.Help);
}
