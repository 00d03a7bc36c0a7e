using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Judging;

/// <summary>What rules judge: the rig, what it is for, and what is predicted of it.</summary>
/// <param name="Rig">The parts.</param>
/// <param name="Quest">The workload and wishes.</param>
/// <param name="Forecast">The prediction for both.</param>
public sealed record Situation(Rig Rig, Quest Quest, Forecast Forecast)
{
    /// <summary>
    /// Figures that stand in for the real ones wherever their thing exists, so that a rule's test can sit exactly on its
    /// threshold: a double in base units, a <see cref="Expressions.Truth"/> or a text, by the member's type. Usually empty.
    /// </summary>
    public ImmutableDictionary<Member, object> Assumed { get; init; } = ImmutableDictionary<Member, object>.Empty;
}
