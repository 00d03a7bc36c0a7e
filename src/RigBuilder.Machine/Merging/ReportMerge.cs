using System.Collections.Immutable;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Merging;

/// <summary>Merges what several sources or probes know about one machine.</summary>
public static class ReportMerge
{
    /// <summary>
    /// One report of two. Of each value the one with the higher confidence stays, with equal confidence that of
    /// <paramref name="first"/>; values that should agree and do not are listed.
    /// </summary>
    /// <param name="first">The report that wins ties.</param>
    /// <param name="second">The other one.</param>
    /// <param name="cap">How far the second one is trusted; <see cref="Confidence.Hint"/> lets it fill gaps only.</param>
    public static MachineReport Merge(MachineReport first, MachineReport second, Confidence cap = Confidence.Reported)
    {
        var choose = new Reconciler(cap);
        var merged = new MachineReport
        {
            Os = Os(choose, first.Os, second.Os),
            Cpu = Cpu(choose, first.Cpu, second.Cpu),
            Memory = MemoryMerge.Merge(choose, first.Memory, second.Memory, cap),
            Gpus = GpuMerge.Merge(choose, first.Gpus, second.Gpus, cap),
            Drives = DriveMerge.Merge(choose, first.Drives, second.Drives),
            Board = Board(choose, first.Board, second.Board),
            Numa = first.Numa.IsEmpty ? second.Numa : first.Numa,
            Limits = Limits(choose, first.Limits, second.Limits),
            Load = new LoadReport
            {
                OneMinute = choose.Pick(first.Load.OneMinute, second.Load.OneMinute),
                FiveMinutes = choose.Pick(first.Load.FiveMinutes, second.Load.FiveMinutes),
            },
            Diagnostics = [.. first.Diagnostics, .. second.Diagnostics],
        };
        return merged with { Contradictions = [.. first.Contradictions, .. second.Contradictions, .. choose.Contradictions] };
    }

    /// <summary>One report of several, the most trusted first.</summary>
    public static MachineReport Merge(IEnumerable<MachineReport> reports) => reports.Aggregate(MachineReport.Empty, (a, b) => Merge(a, b));

    private static OsReport Os(Reconciler choose, OsReport a, OsReport b) => new()
    {
        Name = choose.Pick(a.Name, b.Name),
        Kernel = choose.Pick(a.Kernel, b.Kernel),
        Virtualisation = choose.Pick(a.Virtualisation, b.Virtualisation),
    };

    private static CpuReport Cpu(Reconciler choose, CpuReport a, CpuReport b) => new()
    {
        Name = choose.Pick("CPU name", a.Name, b.Name, (x, y) => CpuName.Key(x) == CpuName.Key(y)),
        CoreDesign = choose.Pick(a.CoreDesign, b.CoreDesign),
        Vendor = choose.Pick(a.Vendor, b.Vendor),
        Sockets = choose.Same("CPU sockets", a.Sockets, b.Sockets),
        Cores = choose.Same("CPU cores", a.Cores, b.Cores),
        Threads = choose.Same("CPU threads", a.Threads, b.Threads),
        BaseClock = choose.Pick(a.BaseClock, b.BaseClock),
        MaxClock = choose.Pick(a.MaxClock, b.MaxClock),
        L3Cache = choose.Near("L3 cache", a.L3Cache, b.L3Cache),
        Avx2 = choose.Same("AVX2", a.Avx2, b.Avx2),
        Avx512 = choose.Same("AVX-512", a.Avx512, b.Avx512),
        Extensions = choose.Pick(a.Extensions, b.Extensions),
    };

    private static BoardReport Board(Reconciler choose, BoardReport a, BoardReport b) => new()
    {
        Vendor = choose.Text("board maker", a.Vendor, b.Vendor),
        Name = choose.Text("board", a.Name, b.Name),
        System = choose.Pick(a.System, b.System),
        Bios = choose.Pick(a.Bios, b.Bios),
        Portable = choose.Same("portable chassis", a.Portable, b.Portable),
    };

    private static LimitsReport Limits(Reconciler choose, LimitsReport a, LimitsReport b) => new()
    {
        Container = choose.Pick(a.Container, b.Container),
        Memory = choose.Pick(a.Memory, b.Memory),
        Cpus = choose.Pick(a.Cpus, b.Cpus),
        AllowedThreads = choose.Pick(a.AllowedThreads, b.AllowedThreads),
    };
}
