using RigBuilder.Machine.HardwareInfo;
using RigBuilder.Machine.Ports;

namespace RigBuilder.Machine.Tests.HardwareInfo;

/// <summary>The contract, kept by the Hardware.Info probe.</summary>
public sealed class HardwareInfoContractTests : HardwareProbeContract
{
    protected override IHardwareProbe Create() => new HardwareInfoProbe(TimeProvider.System, TimeSpan.FromSeconds(20));
}
