using RigBuilder.Cli.Composition;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;
using RigBuilder.Validation.Diagnosis;
using RigBuilder.Validation.Protocol;

namespace RigBuilder.Cli.Validating;

/// <summary>
/// The request of a validation that compares this machine with its own prediction, whatever rig was picked: the quest comes from
/// the rig, the parts from the machine as it was found. Where both are the same, the rig's parts know more and are taken.
/// </summary>
internal static class MachineRequest
{
    /// <summary>A request for the rig's quest, or for one sized to the machine.</summary>
    /// <param name="build">The picked rig.</param>
    /// <param name="sizedToMachine">Whether the quest is sized to the machine.</param>
    /// <param name="world">Catalog and forecaster.</param>
    /// <param name="machine">This machine.</param>
    /// <param name="results">Folder of saved reports.</param>
    /// <param name="cancellation">Ends a first look at the machine.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ValidationRequest Of(Build build, bool sizedToMachine, LoadedWorld world, MachineReport machine, string results, CancellationToken cancellation)
    {
        var match = MachineMatcher.Match(machine, world.Catalog);
        var here = ThisMachine.Complete(world.Catalog.Resolve(match.Build), machine);
        var rig = world.Catalog.Resolve(build);
        var same = ThisMachine.Same(rig, here);
        return new ValidationRequest
        {
            Quest = sizedToMachine ? Sized(world, machine, here, results, cancellation) : Placed(world.Catalog.Resolve(build.Quest), here),
            Rig = same ? ThisMachine.Complete(rig, machine) : here,
            RigName = same ? build.Name : null,
            Machine = ThisMachine.Evidence(machine, match.Parts.Any(p => p is { Kind: PartKind.Cpu, PartId: not null }) ? here.Cpu : null),
        };
    }

    private static Quest Sized(LoadedWorld world, MachineReport machine, Rig here, string results, CancellationToken cancellation) =>
        (world.Catalog.Quants.Find("q4_0") ?? world.Catalog.Quants.Items.FirstOrDefault()) is { } quant
            ? QuickQuest.Choose(world, machine, here, quant, results, cancellation)
            : new Quest();

    /// <summary>A quest for graphics cards runs on the processor of a machine that has none.</summary>
    private static Quest Placed(Quest quest, Rig here) => here.Gpus.IsEmpty ? quest with { RunsOn = RunsOn.Auto } : quest;
}
