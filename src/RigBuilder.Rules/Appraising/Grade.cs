using System.Collections.Immutable;

namespace RigBuilder.Rules.Appraising;

/// <summary>The grade of a rig for its quest: S (excellent) to F (cannot be built or does not run).</summary>
/// <param name="Letter">'S', 'A', 'B', 'C', 'D', 'E' or 'F'; '-' while the quest or the rig is incomplete.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Reasons">What cost points, most costly first.</param>
public sealed record Grade(char Letter, int Score, ImmutableArray<string> Reasons)
{
    /// <summary>Whether something is still to be chosen, so that the grade may change without a choice being taken back.</summary>
    public bool Provisional { get; init; }
}
