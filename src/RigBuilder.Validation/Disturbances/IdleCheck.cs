using System.Collections.Immutable;
using System.Text.Json.Serialization;
using RigBuilder.Machine.States;

namespace RigBuilder.Validation.Disturbances;

/// <summary>Looks for a moment at what others do to the machine.</summary>
/// <param name="monitor">Watches the machine.</param>
/// <param name="cpus">CPUs the process may use.</param>
/// <param name="look">How long to look.</param>
public sealed class IdleCheck(IMachineMonitor monitor, int cpus, TimeSpan look)
{
    /// <summary>Looks.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IdleReport Run(CancellationToken cancellation)
    {
        var state = monitor.ObserveAsync(look, [Environment.ProcessId], cancellation).GetAwaiter().GetResult();
        double? others = state.Cpu.Others.TryGet(out var share) ? share * cpus : null;
        return new IdleReport(others, cpus, state.Busiest) { Disturbances = state.Disturbances(new QuietLimits()) };
    }
}

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
