using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>Recognises a machine's hardware in the catalog.</summary>
public static class MachineMatcher
{
    /// <summary>The machine as a rig. PSU, case and cooler cannot be detected and stay empty.</summary>
    /// <param name="report">What the probe found.</param>
    /// <param name="catalog">Catalog with overlays.</param>
    /// <param name="name">Name of the rig.</param>
    public static MachineMatch Match(MachineReport report, Catalog catalog, string name = "This machine")
    {
        ImmutableArray<PartMatch> gpus = [.. report.Gpus.Select(g => GpuMatcher.Match(g, report.Board.Portable, report.Cpu.Name, catalog))];
        ImmutableArray<PartMatch> parts =
        [
            .. gpus,
            CpuMatcher.Match(Named(report.Cpu, gpus, catalog), catalog, report),
            BoardMatcher.Match(report.Board, catalog),
            .. MemoryMatcher.Match(report.Memory, catalog),
            .. report.Drives.Select(d => DriveMatcher.Match(d, catalog)),
        ];
        if (WholeMachineMatcher.Match(report, parts, catalog) is { } whole && catalog.Machines.Find(whole.PartId!) is { } machine)
            parts = [whole, .. parts.Select(p => InMachine(p, machine, parts))];
        var build = parts.Where(p => p.PartId is not null && p.Outcome != MatchOutcome.InMachine).GroupBy(p => p.Kind)
            .Aggregate(Build.Empty with { Name = name }, (b, kind) => b.With(kind.Key, Selections(kind)));
        return new MachineMatch(build, parts);
    }

    /// <summary>
    /// The id under which a scan writes the processor that tells this name: of the catalog's entry, or, where the catalog has none
    /// or several, of a draft.
    /// </summary>
    /// <param name="name">Name as the machine tells it.</param>
    /// <param name="catalog">Catalog with overlays.</param>
    public static string ProcessorId(string name, Catalog catalog) =>
        CpuMatcher.Match(new CpuReport { Name = Reading.Of(name, "the machine") }, catalog) is { PartId: { } id } ? id : "unknown";

    /// <summary>The catalog's entry of a card that a driver names so; null when there is none or several.</summary>
    /// <param name="name">Name as the driver tells it.</param>
    /// <param name="memory">Its memory; zero when unknown.</param>
    /// <param name="catalog">Catalog with overlays.</param>
    public static Gpu? Card(string name, Bytes memory, Catalog catalog)
    {
        var report = new GpuReport { Name = Reading.Of(name, "the driver"), VramTotal = memory > Bytes.Zero ? Reading.Of(memory, "the driver") : default };
        return GpuMatcher.Match(report, default, default, catalog) is { Outcome: MatchOutcome.Matched, PartId: { } id } ? catalog.Gpus.Find(id) : null;
    }

    // The kernel of an ARM machine may not name the processor, but the driver names the GPU that is part of it.
    private static CpuReport Named(CpuReport cpu, ImmutableArray<PartMatch> gpus, Catalog catalog)
    {
        if (cpu.Name.IsKnown) return cpu;
        var own = gpus.Where(g => g.Outcome == MatchOutcome.Matched).Select(g => catalog.Gpus.Find(g.PartId!)).OfType<Gpu>().Where(g => g.Integrated && g.Processors.Length == 1).ToArray();
        return own is [var gpu] ? cpu with { Name = Reading.Derived(gpu.Processors[0], gpu.Name) } : cpu;
    }

    // What a machine comes with is in the rig by the machine. Its GPU may tell a family's name only ("Orin").
    private static PartMatch InMachine(PartMatch part, WholeMachine machine, ImmutableArray<PartMatch> parts)
    {
        if (part.Kind == PartKind.Memory && machine.Memory is { } memory && !machine.Changes.Contains(PartKind.Memory))
            return Held(null, memory.Kit.Name);
        if (!machine.Holds.TryGetValue(part.Kind, out var held)) return part;
        var recognised = parts.Any(p => p.Outcome == MatchOutcome.Matched && p.Kind == part.Kind && held.Contains(p.PartId!));
        return (recognised ? part.PartId is { } id && held.Contains(id) : part.Outcome is MatchOutcome.Unknown or MatchOutcome.Ambiguous) ? Held(held[0], held[0]) : part;

        PartMatch Held(string? id, string name) => part with { Outcome = MatchOutcome.InMachine, PartId = id, Draft = null, Candidates = [], Note = $"{name} of {machine.Name}" };
    }

    private static ImmutableArray<Selection> Selections(IEnumerable<PartMatch> parts) =>
        [.. parts.GroupBy(p => p.PartId!, StringComparer.Ordinal).Select(g => new Selection(g.Key, g.Sum(p => p.Count)))];
}
