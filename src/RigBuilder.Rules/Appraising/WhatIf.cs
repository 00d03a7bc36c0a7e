using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Rules.Appraising;

/// <summary>Tries parts in a slot without taking them.</summary>
public static class WhatIf
{
    /// <summary>Appraises the current build with each part in the slot instead of what is there.</summary>
    /// <param name="appraiser">What judges.</param>
    /// <param name="current">The appraisal of the build as it is.</param>
    /// <param name="slot">The slot to try.</param>
    /// <param name="parts">The parts to try, all of the slot's kind.</param>
    /// <param name="count">How many of each, 1 or more.</param>
    public static ImmutableArray<Candidate> Scan(Appraiser appraiser, Appraisal current, PartKind slot, IEnumerable<Part> parts, int count = 1)
    {
        var known = ErrorsOf(current).Select(Key).ToHashSet();
        return [.. parts.Select(part => Try(appraiser, current, known, slot, part, count))];
    }

    private static Candidate Try(Appraiser appraiser, Appraisal current, HashSet<(string, string?)> known, PartKind slot, Part part, int count)
    {
        var after = appraiser.Try(current.Build.With(slot, new Selection(part.Id, count)));
        var errors = ErrorsOf(after).Where(f => f.Slot == slot || !known.Contains(Key(f))).ToImmutableArray();
        return new Candidate(part, count, after, errors, StatDeltas.Between(current, after));
    }

    private static IEnumerable<Finding> ErrorsOf(Appraisal appraisal) =>
        appraisal.Verdict.Findings.Where(f => f.Severity == Severity.Error);

    private static (string, string?) Key(Finding finding) => (finding.RuleId, finding.Subject);
}
