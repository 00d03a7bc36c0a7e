using RigBuilder.Machine.Ports;

namespace RigBuilder.Machine.Tests;

/// <summary>The contract, kept by the probe of the machine that runs the tests.</summary>
[Platform("Linux")]
public sealed class ThisMachineContractTests : HardwareProbeContract
{
    protected override IHardwareProbe Create() => HardwareProbes.ForThisMachine(TimeProvider.System);
}
