using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>A machine with two processors whose counters go forward by given steps at every look; a look covers 100 ticks, 50 of them ours.</summary>
public sealed class FakeMachine(double others = 0, double stolen = 0, long throttles = 0, Bytes? memory = null, Bytes? disk = null) : IMachineMonitor, IMachineResources
{
    private int _looks;

    /// <summary>What the driver says about graphics cards.</summary>
    public ImmutableArray<GpuState> Gpus { get; init; } = [];

    /// <summary>Who holds video memory.</summary>
    public ImmutableArray<VramHolder> Holders { get; init; } = [];

    public MachineSample Sample(params ImmutableArray<int> ours)
    {
        var at = Interlocked.Increment(ref _looks);
        return new MachineSample(at * 100, at * (50 + (long)(others * 100)), at * (long)(stolen * 100), at * 50, at * throttles);
    }

    public Task<MachineState> ObserveAsync(TimeSpan interval, ImmutableArray<int> ours, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var state = new MachineState(CpuUse.Between(Sample(ours), Sample(ours)), Gpus, Holders)
        {
            Busiest = others > 0 ? [new BusyProcess("hog", others * 2)] : [],
        };
        return Task.FromResult(state);
    }

    public InferenceChildPorts Ports(IInferenceRuntime runtime, Action? abandon = null) => new(_ => runtime, this, (_, _) => Bandwidth, this)
    {
        IdleLook = TimeSpan.Zero,
        Abandon = abandon,
        Cpus = 2,
        Time = Time,
        CpuTime = () => TimeSpan.FromTicks(Time.GetTimestamp()),
    };

    /// <summary>Clock of the time budget.</summary>
    public ManualClock Time { get; init; } = new();

    public static BandwidthReport Bandwidth { get; } = new(
        BytesPerSecond.FromGigabytes(40), BytesPerSecond.FromGigabytes(39), BytesPerSecond.FromGigabytes(35), BytesPerSecond.FromGigabytes(34), 2, Bytes.FromMiB(256), 12);

    public Bytes? AvailableMemory() => memory;

    public Bytes? FreeDisk(string folder) => disk;

    public Bytes? LastLevelCache() => Bytes.FromMiB(1);

    public int? NumaNodes() => 1;
}
