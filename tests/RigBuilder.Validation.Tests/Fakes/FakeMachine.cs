using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Disturbance;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Tests.Fakes;

/// <summary>A machine whose counters go forward by given steps at every look.</summary>
public sealed class FakeMachine(double otherCpus = 0, long throttlesPerLook = 0, Bytes? memory = null, Bytes? disk = null) : IMachineWatch, IMachineResources
{
    private int _looks;

    public MachineSnapshot Take()
    {
        var at = ++_looks;
        return new MachineSnapshot(
            Duration.FromSeconds(at), Duration.FromSeconds(at * (otherCpus + 1)), Duration.FromSeconds(at), at * throttlesPerLook);
    }

    public ImmutableDictionary<int, ProcessUsage> Processes() => ImmutableDictionary<int, ProcessUsage>.Empty
        .Add(1, new ProcessUsage("init", Duration.Zero)).Add(77, new ProcessUsage("hog", Duration.FromSeconds(_looks * otherCpus)));

    public InferenceChildPorts Ports(IInferenceRuntime runtime, Action? abandon = null) => new(_ => runtime, this, (_, _) => Bandwidth, this)
    {
        IdleLook = TimeSpan.Zero,
        Abandon = abandon,
        Cpus = 2,
    };

    public static BandwidthReport Bandwidth { get; } = new(
        BytesPerSecond.FromGigabytes(40), BytesPerSecond.FromGigabytes(39), BytesPerSecond.FromGigabytes(35), BytesPerSecond.FromGigabytes(34), 2, Bytes.FromMiB(256), 12);

    public Bytes? AvailableMemory() => memory;

    public Bytes? FreeDisk(string folder) => disk;

    public Bytes? LastLevelCache() => Bytes.FromMiB(1);
}
