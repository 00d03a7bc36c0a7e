using System.Collections.Immutable;
using NRules.RuleModel;
using RigBuilder.Domain.Findings;
using RigBuilder.Rules.Engine;
using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Model;
using RuleSet = RigBuilder.Rules.Model.RuleSet;

namespace RigBuilder.Rules.Judging;

/// <summary>
/// Where a session's rules are evaluated: NRules decides which rules have to be judged again, the delegates compiled from their
/// expressions say what they find. The first fact of every session.
/// </summary>
internal sealed class Desk
{
    private readonly ImmutableArray<CompiledRule> _rules;
    private readonly RuleOutcome[] _outcomes;
    private readonly (long Version, ImmutableHashSet<string> Tags)[] _judged;
    private readonly Frame _frame = new();
    private long _version;

    public Desk(RuleSet rules)
    {
        _rules = [.. rules.Rules.Select(r => new CompiledRule(r))];
        _outcomes = [.. _rules.Select(_ => RuleOutcome.Silent)];
        _judged = [.. _rules.Select(_ => (0L, ImmutableHashSet<string>.Empty))];
    }

    /// <summary>Rules that failed when they were last evaluated, in the rules' order.</summary>
    public IEnumerable<RuleFailure> Failures =>
        _outcomes.Select((o, i) => o.Failure is { } reason ? new RuleFailure(_rules[i].Rule.Id, reason) : null).OfType<RuleFailure>();

    /// <summary>Starts on another situation. Outcomes stay until the facts they rest on change.</summary>
    public void Begin(Situation situation)
    {
        _version++;
        _frame.Begin(situation);
    }

    /// <summary>The condition of a rule: evaluates it, once for a situation and a set of tags however often NRules asks.</summary>
    /// <param name="rule">Its place among the rules.</param>
    /// <param name="tags">The tags that hold among those it tests.</param>
    public bool Fires(int rule, IEnumerable<TagFact> tags)
    {
        var held = tags.Select(t => t.Name).ToImmutableHashSet(StringComparer.Ordinal);
        var judged = _judged[rule];
        if (judged.Version != _version || !judged.Tags.SetEquals(held))
        {
            _frame.Hold(held);
            _outcomes[rule] = Evaluate(_rules[rule]);
            _judged[rule] = (_version, held);
        }

        return _outcomes[rule].Fired;
    }

    /// <summary>The condition of a rule that tests no tags.</summary>
    public bool Fires(int rule) => Fires(rule, []);

    /// <summary>The action of a rule: its findings and tags become facts that go when its condition no longer holds.</summary>
    public void Link(IContext context, int rule)
    {
        var (outcome, asserts) = (_outcomes[rule], _rules[rule].Rule.Asserts);
        var wanted = outcome.Findings.ToDictionary(f => (object)("finding " + f.Subject));
        foreach (var key in context.GetLinkedKeys().Where(k => k is string text && text.StartsWith("finding ", StringComparison.Ordinal)).ToArray())
        {
            if (context.GetLinked(key) is not FindingFact known) continue;
            if (wanted.TryGetValue(key, out var finding) && finding == known.Finding) wanted.Remove(key);
            else context.RetractLinked(key, known);
        }

        foreach (var (key, finding) in wanted) context.InsertLinked(key, new FindingFact(finding));
        foreach (var tag in asserts.Distinct())
            if (context.GetLinked("tag " + tag) is null) context.InsertLinked("tag " + tag, new TagFact(tag));
    }

    // As the direct evaluator: a failing element takes the rule's findings with it, not the tags of elements before it.
    private RuleOutcome Evaluate(CompiledRule rule)
    {
        var (fired, findings) = (false, ImmutableArray.CreateBuilder<Finding>());
        try
        {
            var elements = rule.Elements(_frame);
            for (var i = 0; i < elements.Count; i++)
            {
                if (!rule.Fires(_frame, elements[i])) continue;
                fired = true;
                if (rule.Find(_frame, elements[i], i) is { } finding) findings.Add(finding);
            }

            return new RuleOutcome(fired, findings.ToImmutable(), null);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new RuleOutcome(fired, [], failure.Message);
        }
    }
}
