using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.States;

/// <summary>What the processors did between two samples. Shares are of all hardware threads together, 0 to 1.</summary>
/// <param name="Others">Share spent for processes that are not ours.</param>
/// <param name="Own">Share spent for our processes.</param>
/// <param name="Stolen">Share that a hypervisor gave to other machines.</param>
/// <param name="ThrottleEvents">Thermal throttle events.</param>
public sealed record CpuUse(Reading<double> Others, Reading<double> Own, Reading<double> Stolen, Reading<long> ThrottleEvents)
{
    private const string Stat = "/proc/stat";

    /// <summary>The difference of two samples; unknown where a counter is missing, or no tick (10 ms) passed between them.</summary>
    public static CpuUse Between(MachineSample before, MachineSample after)
    {
        var elapsed = after.Total - before.Total;
        var busy = after.Busy - before.Busy;
        var ours = Math.Max(0, after.Ours - before.Ours);
        var events = after.Throttled - before.Throttled;
        return new CpuUse(
            Share(busy - ours, elapsed),
            busy is null ? default : Share(ours, elapsed),
            Share(after.Stolen - before.Stolen, elapsed),
            events is { } count ? Reading.Of(Math.Max(0, count), "thermal_throttle counters") : default);
    }

    // The counters of processes and of the whole machine are not read at the same instant, so a share can leave 0…1 a little.
    private static Reading<double> Share(long? part, long? whole) =>
        part is { } ticks && whole is > 0 and var total ? Reading.Of(Math.Clamp((double)ticks / total, 0, 1), Stat) : default;
}

/// <summary>A process that is not ours and uses the processors.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Cpus">Hardware threads it keeps busy on average.</param>
public sealed record BusyProcess(string Name, double Cpus);
