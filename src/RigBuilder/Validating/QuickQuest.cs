using RigBuilder.Cli.Composition;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Machine.Reports;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Validation;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Diagnosis;
using RigBuilder.Validation.Protocol;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Storage;

namespace RigBuilder.Cli.Validating;

/// <summary>
/// The quest for a quick validation, sized to this machine by a first look at how fast its memory is. The look is short and so
/// differs from run to run: what was run here before is run again while it is about right.
/// </summary>
internal static class QuickQuest
{
    private const int Passes = 3;

    /// <param name="world">Catalog and forecaster.</param>
    /// <param name="machine">This machine.</param>
    /// <param name="here">It as a rig.</param>
    /// <param name="quant">The quantisation to run.</param>
    /// <param name="results">Folder of saved reports.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <param name="context">Context length that was asked for; null for the usual one.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Quest Choose(LoadedWorld world, MachineReport machine, Rig here, Quant quant, string results, CancellationToken cancellation, int? context = null)
    {
        var resources = new LocalResources();
        var available = resources.AvailableMemory();
        var threads = Math.Min(Environment.ProcessorCount, machine.Cpu.Cores.ValueOr(Environment.ProcessorCount));
        var probe = new BandwidthProbe(threads, BandwidthProbe.BufferFor(resources.LastLevelCache(), available)).Run(cancellation, Passes);
        var forecaster = world.Forecaster is Forecaster known ? known.Probing(new ProbedMemory(probe.Reliable)) : world.Forecaster;
        return DefaultQuest.Choose(world.Catalog.Models.Items, quant, forecaster, here, available, context, Before(machine, quant, results));
    }

    /// <summary>Models that this machine has saved results of, the first one first: later runs of other quests change nothing.</summary>
    private static IEnumerable<string> Before(MachineReport machine, Quant quant, string results)
    {
        var processor = ThisMachine.Evidence(machine, null).Processor;
        return new ResultStore(results).List().Results.Reverse().Select(r => r.Report)
            .Where(r => r.Subject.QuantId == quant.Id && r.Subject.Processor == processor && r.Subject.Weights != "real"
                && r.Measurements.Of(SpeedTestKind.Generation) is { Runs.IsEmpty: false })
            .Select(r => r.Subject.ModelId).Distinct();
    }
}
