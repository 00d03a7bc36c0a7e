using System.Collections.Immutable;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Facts;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Explaining;

/// <summary>
/// Explains rules of a set on a situation. For "rules explain ID --rig FILE": resolve the build, predict, then
/// <c>ExplanationText.Render(new RuleExplainer(rules).Explain(rules.Find(id)!, new Situation(rig, quest, forecast)))</c>.
/// </summary>
public sealed class RuleExplainer
{
    private readonly RuleJudge _judge;

    /// <summary>An explainer on a set.</summary>
    /// <param name="rules">The set: tags that other rules assert are taken from it.</param>
    public RuleExplainer(RuleSet rules)
        : this(new RuleJudge(rules))
    {
    }

    internal RuleExplainer(RuleJudge judge) => _judge = judge;

    /// <summary>Explains a rule; it need not be part of the set.</summary>
    public Explanation Explain(Rule rule, Situation situation)
    {
        var tags = _judge.Judge(situation).Tags;
        var frame = new EvaluationFrame();
        frame.Begin(new RigFacts(situation), situation.Assumed);
        foreach (var tag in tags) frame.Assert(tag);
        var compiled = new CompiledRule(rule);
        var elements = compiled.Elements(frame);
        var explained = ImmutableArray.CreateBuilder<ElementExplanation>();
        for (var i = 0; i < elements.Count; i++) explained.Add(Explain(compiled, frame, elements[i], i));
        return new Explanation(rule, explained.ToImmutable(), tags);
    }

    private static ElementExplanation Explain(CompiledRule compiled, EvaluationFrame frame, object? element, int index)
    {
        var rule = compiled.Rule;
        var fires = compiled.Fires(frame, element);
        var tracer = new Tracer(frame);
        var when = rule.When is null ? null : tracer.Trace(rule.When);
        var require = rule.Require is null ? null : tracer.Trace(rule.Require);
        var applies = rule.When is null ? Truth.True : Compiler.Truth(rule.When)(frame);
        var holds = rule.Require is null ? Truth.False : Compiler.Truth(rule.Require)(frame);
        var outcome = fires ? Outcome.Fires
            : applies == Truth.False ? Outcome.DoesNotApply
            : applies == Truth.Unknown || holds == Truth.Unknown ? Outcome.Unknown
            : Outcome.Holds;
        var missing = outcome == Outcome.Unknown ? tracer.Missing(applies == Truth.Unknown ? rule.When! : rule.Require!) : null;
        var finding = fires ? compiled.Find(frame, element, index) : null;
        return new ElementExplanation(rule.For is { } loop ? CompiledRule.SubjectOf(loop, index) : null, outcome, when, require, missing, finding);
    }
}
