using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Judging;

/// <summary>A rule as NRules calls it: its condition and its action. What goes wrong in either is noted in the trial and goes no further.</summary>
/// <param name="rule">The rule.</param>
/// <param name="place">Its place among the rules.</param>
/// <param name="round">The round of trials in which it is judged.</param>
internal sealed class JudgedRule(Rule rule, int place, int round)
{
    private readonly CompiledRule _compiled = new(rule);

    /// <summary>The rule.</summary>
    public Rule Rule => rule;

    /// <summary>The round of trials in which it is judged.</summary>
    public int Round => round;

    /// <summary>The rules of a set, each in the first round after those that assert the tags it tests.</summary>
    public static ImmutableArray<JudgedRule> Of(RuleSet rules)
    {
        var settled = new Dictionary<string, int>(StringComparer.Ordinal);
        var judged = ImmutableArray.CreateBuilder<JudgedRule>(rules.Rules.Length);
        foreach (var rule in rules.Rules)
        {
            var round = rule.TestedTags.Select(t => settled.GetValueOrDefault(t)).DefaultIfEmpty().Max();
            judged.Add(new JudgedRule(rule, judged.Count, round));
            foreach (var tag in rule.Asserts) settled[tag] = Math.Max(settled.GetValueOrDefault(tag), round + 1);
        }

        return judged.MoveToImmutable();
    }

    /// <summary>The condition: whether the rule fires for anything in the trial.</summary>
    public bool Fires(Hearing hearing)
    {
        var frame = hearing.Trial.Frame;
        try
        {
            foreach (var element in _compiled.Elements(frame))
                if (_compiled.Fires(frame, element)) return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            hearing.Trial.Fail(place, new RuleFailure(rule.Id, failure.Message));
        }

        return false;
    }

    /// <summary>The action of a rule that fires: its tags and findings go to the trial. A failure takes the findings with it, not the tags.</summary>
    public void Report(Hearing hearing)
    {
        var (frame, findings) = (hearing.Trial.Frame, hearing.Trial.Findings);
        var before = findings.Count;
        try
        {
            foreach (var tag in rule.Asserts) frame.Assert(tag);
            var elements = _compiled.Elements(frame);
            for (var i = 0; i < elements.Count; i++)
                if (_compiled.Fires(frame, elements[i]) && _compiled.Find(frame, elements[i], i) is { } finding) findings.Add(finding);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            findings.RemoveRange(before, findings.Count - before);
            hearing.Trial.Fail(place, new RuleFailure(rule.Id, failure.Message));
        }
    }
}
