using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Machine.Matching;

/// <summary>The machine as a rig, with what became of each piece of hardware.</summary>
/// <param name="Build">The rig. Hardware that the catalog lacks stands in it under the id of its draft, so that it is flagged and never dropped.</param>
/// <param name="Parts">A match per piece of hardware, in slot order.</param>
public sealed record MachineMatch(Build Build, ImmutableArray<PartMatch> Parts)
{
    /// <summary>Drafts of overlay entries for what the catalog lacks, each id once.</summary>
    public ImmutableArray<DraftEntry> Drafts => [.. Parts.Select(p => p.Draft).OfType<DraftEntry>().DistinctBy(d => d.Id)];
}
