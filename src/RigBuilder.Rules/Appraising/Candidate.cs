using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Rules.Appraising;

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
