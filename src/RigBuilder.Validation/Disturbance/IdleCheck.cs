using System.Collections.Immutable;

namespace RigBuilder.Validation.Disturbance;

/// <summary>Looks for a moment at what others do.</summary>
/// <param name="watch">The counters.</param>
/// <param name="cpus">CPUs the process may use.</param>
/// <param name="look">How long to look.</param>
public sealed class IdleCheck(IMachineWatch watch, int cpus, TimeSpan look)
{
    private const double Noticeable = 0.02;

    /// <summary>Looks.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IdleReport Run(CancellationToken cancellation)
    {
        var before = watch.Take();
        var processes = watch.Processes();
        if (cancellation.WaitHandle.WaitOne(look)) cancellation.ThrowIfCancellationRequested();
        return Between(before, watch.Take(), processes, watch.Processes());
    }

    private IdleReport Between(
        MachineSnapshot before, MachineSnapshot after, ImmutableDictionary<int, ProcessUsage> first, ImmutableDictionary<int, ProcessUsage> second)
    {
        var elapsed = Math.Max(1e-3, after.At.Seconds - before.At.Seconds);
        var busiest = second
            .Where(p => first.ContainsKey(p.Key))
            .Select(p => new BusyProcess(p.Value.Name, (p.Value.Cpu.Seconds - first[p.Key].Cpu.Seconds) / elapsed))
            .Where(p => p.Cpus > Noticeable)
            .OrderByDescending(p => p.Cpus).Take(3);
        return new IdleReport(after.OtherCpusSince(before), cpus, [.. busiest]);
    }
}
