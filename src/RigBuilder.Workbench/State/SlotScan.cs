namespace RigBuilder.Workbench.State;

/// <summary>Every part of a slot tried on a build.</summary>
/// <param name="Build">The build.</param>
/// <param name="World">What judged.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Count">How many of each.</param>
/// <param name="Candidates">The results in catalog order.</param>
public sealed record SlotScan(Build Build, World World, PartKind Slot, int Count, ImmutableArray<Candidate> Candidates);
