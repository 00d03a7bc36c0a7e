using System.Collections.Immutable;
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
