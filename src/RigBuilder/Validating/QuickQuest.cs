using RigBuilder.Cli.Composition;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Machine.Reports;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Validation;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Protocol;

namespace RigBuilder.Cli.Validating;

/// <summary>The quest for a quick validation, sized to this machine by a first look at how fast its memory is.</summary>
internal static class QuickQuest
{
    private const int Passes = 3;

    /// <param name="world">Catalog and forecaster.</param>
    /// <param name="machine">This machine.</param>
    /// <param name="here">It as a rig.</param>
    /// <param name="quant">The quantisation to run.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <param name="context">Context length that was asked for; null for the usual one.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Quest Choose(World world, MachineReport machine, Rig here, Quant quant, CancellationToken cancellation, int? context = null)
    {
        var resources = new LocalResources();
        var available = resources.AvailableMemory();
        var threads = Math.Min(Environment.ProcessorCount, machine.Cpu.Cores.ValueOr(Environment.ProcessorCount));
        var probe = new BandwidthProbe(threads, BandwidthProbe.BufferFor(resources.LastLevelCache(), available)).Run(cancellation, Passes);
        var forecaster = world.Forecaster is Forecaster known ? known.Probing(new ProbedMemory(probe.Reliable)) : world.Forecaster;
        return DefaultQuest.Choose(world.Catalog.Models.Items, quant, forecaster, here, available, context);
    }
}
