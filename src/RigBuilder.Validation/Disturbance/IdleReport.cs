using System.Collections.Immutable;

namespace RigBuilder.Validation.Disturbance;

/// <summary>How busy the machine was before the tests.</summary>
/// <param name="OtherCpus">CPUs kept busy by others on average; null when unknown.</param>
/// <param name="Cpus">CPUs the process may use.</param>
/// <param name="Busiest">Names and CPUs used of the busiest other processes, at most three.</param>
public sealed record IdleReport(double? OtherCpus, int Cpus, ImmutableArray<BusyProcess> Busiest)
{
    /// <summary>Share of the CPUs that may be busy before the machine counts as not idle.</summary>
    public const double Tolerance = 0.10;

    /// <summary>Whether others leave the machine alone; true when unknown.</summary>
    public bool IsIdle => !(OtherCpus > Tolerance * Cpus);
}
