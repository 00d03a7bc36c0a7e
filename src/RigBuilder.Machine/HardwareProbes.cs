using System.Collections.Immutable;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Sources;
using RigBuilder.Machine.Sources.Linux;
using RigBuilder.Machine.Sources.Mac;
using RigBuilder.Machine.Sources.Tools;
using RigBuilder.Machine.Sources.Windows;
using RigBuilder.Machine.States;

namespace RigBuilder.Machine;

/// <summary>Composes probes.</summary>
public static class HardwareProbes
{
    /// <summary>Longest wait for one source; above the longest timeout of a tool.</summary>
    public static TimeSpan SourceLimit => TimeSpan.FromSeconds(10);

    /// <summary>The built-in probe of the operating system that the program runs on.</summary>
    public static IHardwareProbe ForThisMachine(TimeProvider time)
    {
        var tools = new ChildProcesses(time);
        var sources = OperatingSystem.IsWindows() ? Windows(new WindowsManagement(), tools)
            : OperatingSystem.IsMacOS() ? [new MacSource(tools)]
            : Linux(new LocalFiles(), tools);
        return new SourceProbe("built-in probe", sources, time, SourceLimit);
    }

    /// <summary>A monitor of the machine that the program runs on.</summary>
    public static IMachineMonitor MonitorOfThisMachine(TimeProvider time) => new MachineMonitor(new LocalFiles(), new ChildProcesses(time), time);

    /// <summary>A probe of ours whose gaps another one fills with hints.</summary>
    public static IHardwareProbe WithHints(IHardwareProbe ours, IHardwareProbe hints, TimeProvider time) =>
        new HintedProbe(ours, hints, time, SourceLimit);

    /// <summary>The sources of a Linux machine, the most trusted first.</summary>
    public static ImmutableArray<IHardwareSource> Linux(ISystemFiles files, IProcessRunner tools) =>
    [
        new CpuSource(files), new DeviceTreeSource(files), new MemInfoSource(files), new NvidiaSmiSource(tools), new PciSource(files), new RocmSmiSource(tools), new LspciSource(tools), new LscpuSource(tools),
        new DmiIdSource(files), new SmbiosSource(files, tools), new BlockSource(files), new NumaSource(files), new LimitsSource(files), new LoadSource(files),
        new OsSource(files),
    ];

    /// <summary>The sources of a Windows machine, the most trusted first.</summary>
    public static ImmutableArray<IHardwareSource> Windows(IWindowsManagement management, IProcessRunner tools) =>
        [new NvidiaSmiSource(tools), new WindowsSource(management), new ProcessorFlagsSource()];
}
