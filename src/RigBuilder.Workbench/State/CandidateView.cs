namespace RigBuilder.Workbench.State;

/// <summary>Which candidates are listed and in what order: the same view of the same scan is the same list.</summary>
/// <param name="Filter">Words that a name or id must contain.</param>
/// <param name="CompatibleOnly">Whether parts that do not fit are hidden.</param>
/// <param name="Sort">Order.</param>
/// <param name="Cure">The finding that listed parts make go away; null for no such filter.</param>
public sealed record CandidateView(string Filter, bool CompatibleOnly, CandidateSort Sort, Finding? Cure);
