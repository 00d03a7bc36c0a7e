using System.Collections.Immutable;

namespace RigBuilder.Machine.States;

/// <summary>
/// Watches whether the machine is quiet enough to be measured. Take a <see cref="Sample"/> before and after a repetition and
/// compare them with <see cref="CpuUse.Between"/>, or let <see cref="ObserveAsync"/> do that over an interval.
/// </summary>
public interface IMachineMonitor
{
    /// <summary>Counters of the processors now; takes well under a millisecond per process.</summary>
    /// <param name="ours">Process ids whose own CPU time is not a disturbance (the inference process).</param>
    MachineSample Sample(params ImmutableArray<int> ours);

    /// <summary>Watches for an interval and says what was going on.</summary>
    /// <param name="interval">How long, for example one second.</param>
    /// <param name="ours">Process ids of our own.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<MachineState> ObserveAsync(TimeSpan interval, ImmutableArray<int> ours, CancellationToken cancellation);
}

/// <summary>Counters of the processors at one moment. A counter that the system does not tell is null.</summary>
/// <param name="Total">Clock ticks of all hardware threads since the start.</param>
/// <param name="Busy">Ticks of those spent working, for anybody.</param>
/// <param name="Stolen">Ticks that a hypervisor gave to other machines.</param>
/// <param name="Ours">Ticks of <see cref="Busy"/> spent by our own processes and their ended children.</param>
/// <param name="Throttled">Thermal throttle events of all cores and packages since the start.</param>
public sealed record MachineSample(long? Total, long? Busy, long? Stolen, long Ours, long? Throttled);
