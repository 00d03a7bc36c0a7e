using RigBuilder.Machine.Matching;
using RigBuilder.Workbench.State;

namespace RigBuilder.Cli.Composition.Screen;

/// <summary>A machine as the probe and the catalog know it, in the words of the screen.</summary>
internal static class Machines
{
    public static FoundMachine Of(MachineMatch match) => new(
    [
        .. match.Parts.Where(p => p.Outcome != MatchOutcome.LeftOut)
            .Select(p => new FoundPart(p.Kind, p.RawName, p.Outcome is MatchOutcome.Matched or MatchOutcome.InMachine ? p.PartId : null) { Count = p.Count, Note = p.Note }),
    ]);
}
