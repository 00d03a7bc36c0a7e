using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Disturbance;

/// <summary>Counters of the machine at one moment. Differences of two say what happened between them.</summary>
/// <param name="At">Time since an arbitrary start.</param>
/// <param name="BusyCpu">CPU time that all programs together have used; null where the system does not tell.</param>
/// <param name="OwnCpu">CPU time that this process has used.</param>
/// <param name="Throttles">Throttle events of all cores so far; null where the system does not tell.</param>
public sealed record MachineSnapshot(Duration At, Duration? BusyCpu, Duration OwnCpu, long? Throttles)
{
    /// <summary>CPUs that other programs kept busy on average since an earlier snapshot; null when unknown.</summary>
    public double? OtherCpusSince(MachineSnapshot earlier)
    {
        var elapsed = At.Seconds - earlier.At.Seconds;
        if (elapsed <= 0 || BusyCpu is not { } now || earlier.BusyCpu is not { } before) return null;
        var own = OwnCpu.Seconds - earlier.OwnCpu.Seconds;
        return Math.Max(0, (now.Seconds - before.Seconds - own) / elapsed);
    }

    /// <summary>Whether the CPU throttled since an earlier snapshot; false when unknown.</summary>
    public bool ThrottledSince(MachineSnapshot earlier) => Throttles > earlier.Throttles;
}
