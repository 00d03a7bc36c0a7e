using RigBuilder.Validation.Bandwidth;
using RigBuilder.Machine;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Child;

/// <summary>What the inference process works with.</summary>
/// <param name="Runtime">Makes the runtime; its argument receives the library's last words before it aborts.</param>
/// <param name="Monitor">Watches the machine.</param>
/// <param name="Bandwidth">Probes memory bandwidth with so many threads.</param>
/// <param name="Resources">Memory of the machine.</param>
public sealed record InferenceChildPorts(
    Func<Action<string>, IInferenceRuntime> Runtime, IMachineMonitor Monitor, Func<int, CancellationToken, BandwidthReport> Bandwidth, IMachineResources Resources)
{
    /// <summary>
    /// Ends the process at once when it was asked to stop and a native call does not return; null to wait for it.
    /// </summary>
    public Action? Abandon { get; init; }

    /// <summary>Opens the memory planner; null for a runtime that has none.</summary>
    public Func<Attempt<IMemoryOracle>>? Oracle { get; init; }

    /// <summary>How long the idle check looks.</summary>
    public TimeSpan IdleLook { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Clock of the time budget and of single tokens.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Processor time that this process has used.</summary>
    public Func<TimeSpan> CpuTime { get; init; } = () => Environment.CpuUsage.TotalTime;

    /// <summary>CPUs the process may use.</summary>
    public int Cpus { get; init; } = Environment.ProcessorCount;

    /// <summary>The ports of this machine.</summary>
    public static InferenceChildPorts Local(Func<Action<string>, IInferenceRuntime> runtime, Action? abandon)
    {
        var resources = new LocalResources();
        return new InferenceChildPorts(runtime, HardwareProbes.MonitorOfThisMachine(TimeProvider.System), Probe, resources) { Abandon = abandon };
        BandwidthReport Probe(int threads, CancellationToken cancellation) =>
            new BandwidthProbe(threads, BandwidthProbe.BufferFor(resources.LastLevelCache(), resources.AvailableMemory())).Run(cancellation) with
            {
                Cache = resources.LastLevelCache(),
                NumaNodes = resources.NumaNodes(),
            };
    }
}
