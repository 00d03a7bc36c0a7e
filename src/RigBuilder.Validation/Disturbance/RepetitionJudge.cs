using System.Collections.Immutable;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Disturbance;

/// <summary>Decides whether a repetition counts.</summary>
/// <param name="cpus">CPUs the process may use.</param>
public sealed class RepetitionJudge(int cpus)
{
    /// <summary>Share of the asked CPU time below which others held the threads up: under contention it falls to a half.</summary>
    public const double MinCpuShare = 0.97;

    /// <summary>Share of the CPUs that others may use meanwhile.</summary>
    public const double MaxOtherLoad = 0.05;

    /// <summary>Runs shorter than this say nothing about load: the counters tick at 10 ms.</summary>
    private const double ShortestTelling = 0.25;

    /// <summary>What disturbed a run; empty when nothing did.</summary>
    public ImmutableArray<DisturbanceKind> Judge(TestRun run, MachineSnapshot before, MachineSnapshot after)
    {
        var kinds = ImmutableArray.CreateBuilder<DisturbanceKind>();
        if (run.CpuShare < MinCpuShare) kinds.Add(DisturbanceKind.CpuTaken);
        if (run.Elapsed.Seconds >= ShortestTelling && after.OtherCpusSince(before) > MaxOtherLoad * cpus) kinds.Add(DisturbanceKind.OtherLoad);
        if (after.ThrottledSince(before)) kinds.Add(DisturbanceKind.Throttled);
        return kinds.ToImmutable();
    }
}
