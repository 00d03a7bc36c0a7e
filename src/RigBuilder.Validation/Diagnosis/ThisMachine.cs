using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Validation.Diagnosis;

/// <summary>A probe's report in the terms of a validation.</summary>
public static class ThisMachine
{
    /// <summary>What of the report may explain a shortfall.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cpu">The catalog's entry for the processor, which knows its channels; null when it was not recognised.</param>
    public static MachineEvidence Evidence(MachineReport report, Cpu? cpu) => new()
    {
        Processor = Known(report.Cpu.Name),
        Cores = report.Cpu.Cores.TryGet(out var cores) ? cores : null,
        CpuLimit = Smallest(report.Limits.Cpus.TryGet(out var cpus) ? cpus : null, report.Limits.AllowedThreads.TryGet(out var allowed) ? allowed : null),
        Avx2 = report.Cpu.Avx2.TryGet(out var avx2) ? avx2 : null,
        ChannelsPopulated = report.Memory.ChannelsPopulated.TryGet(out var channels) ? channels : null,
        ChannelsPossible = cpu?.MemoryChannels,
        Modules = report.Memory.Modules.IsEmpty ? null : report.Memory.Modules.Length,
        MemoryRated = Slowest(report.Memory.Modules.Select(m => m.RatedSpeed)),
        MemoryRunning = Slowest(report.Memory.Modules.Select(m => m.ConfiguredSpeed)),
        Virtualisation = Known(report.Os.Virtualisation),
        Gpus = [.. report.Gpus.Select(Gpu)],
    };

    /// <summary>
    /// The rig with a stand-in for a processor that the catalog does not know, made of what the machine tells about it, under the id
    /// that the rig has for it.
    /// </summary>
    public static Rig Complete(Rig rig, MachineReport report)
    {
        if (rig.Cpu is not null || !report.Cpu.Cores.TryGet(out var cores)) return rig;
        var cpu = new Cpu
        {
            Id = ProcessorId(rig) ?? "this-cpu",
            Name = Known(report.Cpu.Name) ?? "this processor",
            Vendor = Known(report.Cpu.Vendor) ?? "unknown",
            Socket = "unknown",
            Cores = cores,
            Threads = report.Cpu.Threads.ValueOr(cores),
            Memory = [],
            MemoryChannels = report.Memory.ChannelsPopulated.ValueOr(2),
            BaseClock = report.Cpu.BaseClock.TryGet(out var low) ? low : null,
            BoostClock = report.Cpu.MaxClock.TryGet(out var high) ? high : null,
            Avx2 = report.Cpu.Avx2.ValueOr(true),
            Avx512 = report.Cpu.Avx512.ValueOr(false),
        };
        return rig with { Cpu = cpu };
    }

    /// <summary>
    /// Whether two rigs are one machine: they name the same cards, and the same processor, be it known to the catalog or the draft
    /// that a scan wrote.
    /// </summary>
    public static bool Same(Rig a, Rig b) => ProcessorId(a) == ProcessorId(b) && Cards(a).SequenceEqual(Cards(b));

    private static string? ProcessorId(Rig rig) => rig.Cpu?.Id ?? rig.Missing.FirstOrDefault(m => m.Kind == PartKind.Cpu)?.Selection.PartId;

    private static IEnumerable<string> Cards(Rig rig) => rig.Gpus.Select(g => g.Id).Order(StringComparer.Ordinal);

    private static GpuEvidence Gpu(GpuReport gpu) => new(Known(gpu.Name) ?? "a graphics card")
    {
        Lanes = gpu.LinkNow.TryGet(out var now) ? now.Lanes : null,
        LanesPossible = gpu.LinkBest.TryGet(out var best) ? best.Lanes : null,
        PowerLimit = gpu.PowerLimit.TryGet(out var limit) ? limit : null,
        DefaultPowerLimit = gpu.DefaultPowerLimit.TryGet(out var usual) ? usual : null,
    };

    private static string? Known(Reading<string> reading) => reading.TryGet(out var text) ? text : null;

    private static TransferRate? Slowest(IEnumerable<Reading<TransferRate>> rates)
    {
        var known = rates.Where(r => r.IsKnown).Select(r => r.Value).ToImmutableArray();
        return known.IsEmpty ? null : known.Min();
    }

    private static double? Smallest(double? a, double? b) => a is { } x && b is { } y ? Math.Min(x, y) : a ?? b;
}
