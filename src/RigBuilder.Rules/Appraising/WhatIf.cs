using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Rules.Appraising;

/// <summary>Tries parts in a slot without taking them.</summary>
public static class WhatIf
{
    /// <summary>Appraises the current build with each part in the slot instead of what is there, all parts at once.</summary>
    /// <param name="appraiser">What judges.</param>
    /// <param name="current">The appraisal of the build as it is.</param>
    /// <param name="slot">The slot to try.</param>
    /// <param name="parts">The parts to try, all of the slot's kind.</param>
    /// <param name="count">How many of each, 1 or more.</param>
    public static ImmutableArray<Candidate> Scan(Appraiser appraiser, Appraisal current, PartKind slot, IEnumerable<Part> parts, int count = 1)
    {
        var known = ErrorsOf(current).Select(Key).ToHashSet();
        var tried = parts.ToArray();
        var after = appraiser.Appraise([.. tried.Select(part => current.Build.With(slot, new Selection(part.Id, count)))]);
        return [.. tried.Select((part, i) => Compared(current, known, slot, part, count, after[i]))];
    }

    private static Candidate Compared(Appraisal current, HashSet<(string, string?)> known, PartKind slot, Part part, int count, Appraisal after)
    {
        var errors = ErrorsOf(after).Where(f => f.Slot == slot || !known.Contains(Key(f))).ToImmutableArray();
        return new Candidate(part, count, after, errors, StatDeltas.Between(current, after));
    }

    private static IEnumerable<Finding> ErrorsOf(Appraisal appraisal) =>
        appraisal.Verdict.Findings.Where(f => f.Severity == Severity.Error);

    private static (string, string?) Key(Finding finding) => (finding.RuleId, finding.Subject);
}

/// <summary>What taking a part would do, known before it is taken.</summary>
/// <param name="Part">The part.</param>
/// <param name="Count">How many would be equipped.</param>
/// <param name="After">The appraisal with the part equipped.</param>
/// <param name="NewErrors">Errors that the build does not have now; empty when the part is compatible.</param>
/// <param name="Deltas">Changes against the current build.</param>
public sealed record Candidate(Part Part, int Count, Appraisal After, ImmutableArray<Finding> NewErrors, StatDeltas Deltas)
{
    /// <summary>Whether the part fits the build.</summary>
    public bool IsCompatible => NewErrors.IsEmpty;
}
