using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RigBuilder.Machine.States;

namespace RigBuilder.Validation.Disturbances;

/// <summary>What others did to the machine before the tests.</summary>
/// <param name="OtherCpus">CPUs kept busy by others on average; null when unknown.</param>
/// <param name="Cpus">CPUs the process may use.</param>
/// <param name="Busiest">Names and CPUs used of the busiest other processes, at most three.</param>
public sealed record IdleReport(double? OtherCpus, int Cpus, ImmutableArray<BusyProcess> Busiest)
{
    /// <summary>Everything that would spoil a measurement: other load, stolen time, heat, held video memory.</summary>
    public ImmutableArray<Disturbance> Disturbances { get; init; } = [];

    /// <summary>Whether others leave the machine alone; true when unknown.</summary>
    [JsonIgnore]
    public bool IsIdle => Disturbances.IsEmpty;
}
