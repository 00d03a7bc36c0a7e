using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Sources;

namespace RigBuilder.Machine.Tests;

/// <summary>The contract, kept by the built-in probe on recorded machines.</summary>
[TestFixture("dual-3090-threadripper")]
[TestFixture("radeon-7900xtx")]
[TestFixture("laptop-4060")]
[TestFixture("broken-tools")]
[TestFixture("virtual-machine")]
public sealed class RecordedProbeContractTests(string fixture) : HardwareProbeContract
{
    protected override IHardwareProbe Create()
    {
        var machine = FixtureMachine.Load(fixture);
        return new SourceProbe("recorded", HardwareProbes.Linux(machine, machine), TimeProvider.System, TimeSpan.FromMinutes(1));
    }
}
