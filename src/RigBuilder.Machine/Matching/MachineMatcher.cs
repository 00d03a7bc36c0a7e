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
        ImmutableArray<PartMatch> parts =
        [
            .. report.Gpus.Select(g => GpuMatcher.Match(g, report.Board.Portable, report.Cpu.Name, catalog)),
            CpuMatcher.Match(report.Cpu, catalog),
            BoardMatcher.Match(report.Board, catalog),
            .. MemoryMatcher.Match(report.Memory, catalog),
            .. report.Drives.Select(d => DriveMatcher.Match(d, catalog)),
        ];
        var build = parts.Where(p => p.PartId is not null).GroupBy(p => p.Kind)
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

    private static ImmutableArray<Selection> Selections(IEnumerable<PartMatch> parts) =>
        [.. parts.GroupBy(p => p.PartId!, StringComparer.Ordinal).Select(g => new Selection(g.Key, g.Sum(p => p.Count)))];
}
