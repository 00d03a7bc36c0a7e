using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Facts;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Engine;

/// <summary>Judges situations one by one; see <see cref="DirectEngine"/>.</summary>
internal sealed class DirectSession(RuleSet rules) : IRuleSession
{
    private readonly CompiledRule[] _rules = [.. rules.Rules.Select(r => new CompiledRule(r))];
    private readonly Frame _frame = new();
    private readonly List<Finding> _findings = [];

    /// <inheritdoc/>
    public Verdict Judge(Situation situation)
    {
        _frame.Begin(new RigFacts(situation), situation.Assumed);
        _findings.Clear();
        var failures = ImmutableArray<RuleFailure>.Empty;
        foreach (var rule in _rules)
        {
            var before = _findings.Count;
            try
            {
                Judge(rule);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // A defect in a fact must not take the other rules' findings with it.
                _findings.RemoveRange(before, _findings.Count - before);
                failures = failures.Add(new RuleFailure(rule.Rule.Id, e.Message));
            }
        }

        _findings.Sort(FindingOrder.Instance);
        return new Verdict([.. _findings], [.. _frame.Tags], failures);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Judge(CompiledRule rule)
    {
        var elements = rule.Elements(_frame);
        for (var i = 0; i < elements.Count; i++)
        {
            if (!rule.Fires(_frame, elements[i])) continue;
            foreach (var tag in rule.Rule.Asserts) _frame.Assert(tag);
            if (rule.Find(_frame, elements[i], i) is { } finding) _findings.Add(finding);
        }
    }
}
