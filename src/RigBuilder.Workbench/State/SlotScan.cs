namespace RigBuilder.Workbench.State;

/// <summary>The parts of a slot tried on a build; large catalogs are tried a portion at a time, so that keys never wait.</summary>
/// <param name="Build">The build.</param>
/// <param name="World">What judged.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Count">How many of each.</param>
/// <param name="Parts">All parts of the slot in catalog order.</param>
/// <param name="Candidates">The results so far, for the first parts.</param>
public sealed record SlotScan(Build Build, World World, PartKind Slot, int Count, IReadOnlyList<Part> Parts, ImmutableArray<Candidate> Candidates)
{
    /// <summary>Whether every part has been tried.</summary>
    public bool IsComplete => Candidates.Length >= Parts.Count;
}
