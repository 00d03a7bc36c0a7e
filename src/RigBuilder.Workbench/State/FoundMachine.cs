namespace RigBuilder.Workbench.State;

/// <summary>This machine as it was found: what a validation measures, whatever rig was picked.</summary>
/// <param name="Parts">Its hardware, in slot order.</param>
public sealed record FoundMachine(ImmutableArray<FoundPart> Parts)
{
    /// <summary>What was found for a slot.</summary>
    public IEnumerable<FoundPart> Of(PartKind kind) => Parts.Where(p => p.Kind == kind);

    /// <summary>Whether a slot holds the same catalog parts here and in a rig; null where something here was not recognised.</summary>
    public bool? Agrees(Build build, PartKind kind)
    {
        if (Of(kind).Any(p => p.PartId is null)) return null;
        var here = Of(kind).GroupBy(p => p.PartId!).ToDictionary(g => g.Key, g => g.Sum(p => p.Count));
        var there = build[kind].GroupBy(s => s.PartId).ToDictionary(g => g.Key, g => g.Sum(s => s.Count));
        return here.Count == there.Count && here.All(p => there.GetValueOrDefault(p.Key) == p.Value);
    }

    /// <summary>Whether this is the picked rig, as far as the whole machine, or else processor and cards, tell.</summary>
    public bool Is(Build build) => build[PartKind.Machine].IsEmpty
        ? Agrees(build, PartKind.Cpu) == true && Agrees(build, PartKind.Gpu) == true
        : Agrees(build, PartKind.Machine) == true;
}
