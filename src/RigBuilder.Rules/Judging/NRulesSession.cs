using System.Collections.Immutable;
using NRules;
using RigBuilder.Rules.Engine;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Judging;

/// <summary>One rule set at work in one NRules session.</summary>
internal sealed class NRulesSession : IRuleSession
{
    private readonly ISession _session;
    private readonly Desk _desk;
    private readonly ImmutableArray<IGiven> _givens = Givens.Make();
    private readonly int _mostFirings;
    private ImmutableDictionary<Rules.Expressions.Types.Member, object>? _assumed;

    public NRulesSession(RuleSet rules)
    {
        _desk = new Desk(rules);
        // A rule fires again for each tag that it tests, and tags settle in the rules' order: more means a defect, not work.
        _mostFirings = 1000 + (rules.Rules.Length * (2 + rules.Rules.Sum(r => r.Asserts.Length)));
        _session = new RuleCompiler { ExpressionCompiler = new InterpretingCompiler() }.Compile(Definitions.Of(rules)).CreateSession();
    }

    /// <inheritdoc/>
    public Verdict Judge(Situation situation)
    {
        _desk.Begin(situation);
        var changed = _givens.Where(g => g.Take(situation)).ToArray();
        if (_assumed is null) _session.InsertAll([_desk, .. _givens]);
        else if (!SameAssumptions(situation)) _session.UpdateAll(_givens);
        else if (changed.Length > 0) _session.UpdateAll(changed);
        _assumed = situation.Assumed;
        _session.Fire(_mostFirings);
        return Collect();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private bool SameAssumptions(Situation situation) =>
        ReferenceEquals(_assumed, situation.Assumed) || (_assumed!.IsEmpty && situation.Assumed.IsEmpty);

    private Verdict Collect()
    {
        var findings = _session.Query<FindingFact>().Select(f => f.Finding).ToList();
        findings.Sort(FindingOrder.Instance);
        return new Verdict([.. findings], [.. _session.Query<TagFact>().Select(t => t.Name)], [.. _desk.Failures]);
    }
}
