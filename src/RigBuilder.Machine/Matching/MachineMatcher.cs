using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
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
            .. report.Gpus.Select(g => GpuMatcher.Match(g, report.Board.Portable, catalog)),
            CpuMatcher.Match(report.Cpu, catalog),
            BoardMatcher.Match(report.Board, catalog),
            .. MemoryMatcher.Match(report.Memory, catalog),
            .. report.Drives.Select(d => DriveMatcher.Match(d, catalog)),
        ];
        var build = parts.Where(p => p.PartId is not null).GroupBy(p => p.Kind)
            .Aggregate(Build.Empty with { Name = name }, (b, kind) => b.With(kind.Key, Selections(kind)));
        return new MachineMatch(build, parts);
    }

    private static ImmutableArray<Selection> Selections(IEnumerable<PartMatch> parts) =>
        [.. parts.GroupBy(p => p.PartId!, StringComparer.Ordinal).Select(g => new Selection(g.Key, g.Sum(p => p.Count)))];
}
