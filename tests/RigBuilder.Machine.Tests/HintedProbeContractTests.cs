using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Sources;

namespace RigBuilder.Machine.Tests;

/// <summary>The contract, kept by a probe with hints: the same machine seen twice stays one machine.</summary>
public sealed class HintedProbeContractTests : HardwareProbeContract
{
    protected override IHardwareProbe Create()
    {
        var machine = FixtureMachine.Load("dual-3090-threadripper");
        SourceProbe Probe(string name) => new(name, HardwareProbes.Linux(machine, machine), TimeProvider.System, TimeSpan.FromMinutes(1));
        return HardwareProbes.WithHints(Probe("ours"), Probe("hints"), TimeProvider.System);
    }
}
