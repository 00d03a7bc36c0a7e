using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Disturbances;

/// <summary>
/// Watches one repetition and says why it does not count. Runs on the CPU are judged by the processor time they got and by the
/// counters of the machine; runs on GPUs by what the driver says about the cards in the middle of the run.
/// </summary>
public sealed class RepetitionWatch
{
    /// <summary>Share of the asked CPU time below which others held the threads up: under contention it falls to a half.</summary>
    public const double MinCpuShare = TestRun.UndisturbedShare;

    /// <summary>Runs shorter than this say nothing about load: the counters tick at 10 ms.</summary>
    private const double ShortestTelling = 0.25;

    /// <summary>A look at the cards soon enough to see them at work, also in a short run.</summary>
    private static readonly TimeSpan GpuLook = TimeSpan.FromMilliseconds(100);

    private static readonly QuietLimits OnCpu = new() { OtherLoad = 0.05, StolenTime = 0.02 };

    /// <summary>The processor only feeds the cards: what others use of it matters when little is left.</summary>
    private static readonly QuietLimits OnGpu = new() { OtherLoad = 0.50, StolenTime = 0.25 };

    private readonly IMachineMonitor _monitor;
    private readonly MachineSample _before;
    private readonly Task<MachineState>? _gpus;

    private RepetitionWatch(IMachineMonitor monitor, bool gpuComputes, CancellationToken cancellation)
    {
        _monitor = monitor;
        if (gpuComputes) _gpus = Task.Run(() => monitor.ObserveAsync(GpuLook, [Environment.ProcessId], cancellation), cancellation);
        _before = monitor.Sample(Environment.ProcessId);
    }

    /// <summary>Begins to watch, right before a repetition.</summary>
    /// <param name="monitor">Watches the machine.</param>
    /// <param name="gpuComputes">Whether graphics cards take part.</param>
    /// <param name="cancellation">Ends the look at the cards.</param>
    public static RepetitionWatch Begin(IMachineMonitor monitor, bool gpuComputes, CancellationToken cancellation) => new(monitor, gpuComputes, cancellation);

    /// <summary>What disturbed the run, right after it; empty when nothing did.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ImmutableArray<Disturbance> End(TestRun run)
    {
        var use = CpuUse.Between(_before, _monitor.Sample(Environment.ProcessId));
        if (run.Elapsed.Seconds < ShortestTelling) use = use with { Others = default, Stolen = default };
        var gpus = _gpus?.GetAwaiter().GetResult();
        var state = new MachineState(use, gpus?.Gpus ?? [], gpus?.Holders ?? []);
        var found = state.Disturbances(run.CpuShare is null ? OnGpu : OnCpu);
        return run.CpuShare is { } share && share < MinCpuShare ? found.Insert(0, CpuTaken(share)) : found;
    }

    private static Disturbance CpuTaken(double share) => new(
        DisturbanceKind.CpuTaken, string.Create(CultureInfo.InvariantCulture, $"its threads got {share * 100:0} % of the processor time they asked for"));
}
