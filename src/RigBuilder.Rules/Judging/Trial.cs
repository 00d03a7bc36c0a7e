using RigBuilder.Domain.Findings;
using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Facts;

namespace RigBuilder.Rules.Judging;

/// <summary>One situation that is being judged, with what the rules have found so far. Not safe for concurrent use.</summary>
internal sealed class Trial
{
    private readonly List<(int Place, RuleFailure Failure)> _failures = [];

    public Trial(Situation situation) => Frame.Begin(new RigFacts(situation), situation.Assumed);

    /// <summary>What conditions and messages read: the situation's facts and the tags asserted so far.</summary>
    public EvaluationFrame Frame { get; } = new();

    /// <summary>What was found, in no particular order.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Notes that a rule failed.</summary>
    /// <param name="place">Its place among the rules.</param>
    /// <param name="failure">Which, and why.</param>
    public void Fail(int place, RuleFailure failure) => _failures.Add((place, failure));

    /// <summary>The outcome: the same whatever the order in which the rules came.</summary>
    public Verdict Conclude()
    {
        Findings.Sort(FindingOrder.Instance);
        return new Verdict([.. Findings], [.. Frame.Tags], [.. _failures.OrderBy(f => f.Place).Select(f => f.Failure)]);
    }
}

/// <summary>
/// The fact that rules match: a trial in one of its rounds. Rules of a round are judged when all rules that assert the tags they
/// test have been heard, in rounds before; so a tag that is missing is missing for good. A fact with an identity of its own.
/// </summary>
/// <param name="trial">The trial.</param>
/// <param name="round">The round, from 0.</param>
internal sealed class Hearing(Trial trial, int round)
{
    /// <summary>The trial.</summary>
    public Trial Trial => trial;

    /// <summary>The round, from 0.</summary>
    public int Round => round;
}
