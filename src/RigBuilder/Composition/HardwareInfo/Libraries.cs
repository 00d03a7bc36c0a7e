using RigBuilder.Machine;
using RigBuilder.Machine.HardwareInfo;
using RigBuilder.Machine.Ports;

namespace RigBuilder.Cli.Composition;

/// <summary>The part of the composition that exists where Hardware.Info is compiled in.</summary>
internal static partial class Libraries
{
    // Our own probe is believed, Hardware.Info fills its gaps; both have a limit of their own for each thing they ask.
    static partial void AddHints(ref IHardwareProbe probe, TimeProvider time) =>
        probe = HardwareProbes.WithHints(probe, new HardwareInfoProbe(time, TimeSpan.FromSeconds(4)), time);
}
