using Hardware.Info;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.HardwareInfo;

/// <summary>
/// One list of the library: refreshed on a thread of its own, since a refresh blocks and cannot be cancelled; the thread of a
/// refresh that hangs ends with the process.
/// </summary>
/// <param name="name">Name for diagnostics.</param>
/// <param name="open">Opens the library; once a call, because one object must not be refreshed by two threads.</param>
/// <param name="read">Refreshes the list and translates it.</param>
internal sealed class HardwareInfoSource(string name, Func<IHardwareInfo> open, Func<IHardwareInfo, MachineReport> read) : IHardwareSource
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>A source per list. RefreshAll is never called: it sleeps 1.5 s to measure load and network speed.</summary>
    public static IEnumerable<HardwareInfoSource> All() =>
    [
        List("processor", i => i.RefreshCPUList(false), i => new MachineReport { Cpu = CpuHints.Of(i.CpuList, OperatingSystem.IsWindows()) }),
        List("memory status", i => i.RefreshMemoryStatus(), i => new MachineReport { Memory = MemoryHints.Of(i.MemoryStatus) }),
        List("memory modules", i => i.RefreshMemoryList(), i => new MachineReport { Memory = MemoryHints.Of(i.MemoryList) }),
        List("graphics", i => i.RefreshVideoControllerList(false), i => new MachineReport { Gpus = GpuHints.Of(i.VideoControllerList) }),
        List("drives", i => i.RefreshDriveList(), i => new MachineReport { Drives = DriveHints.Of(i.DriveList, OperatingSystem.IsLinux()) }),
        List("board", i => i.RefreshMotherboardList(), i => new MachineReport { Board = BoardHints.Of(i.MotherboardList) }),
        List("operating system", i => i.RefreshOperatingSystem(), i => new MachineReport { Os = OsHints.Of(i.OperatingSystem) }),
    ];

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation) =>
        Task.Factory.StartNew(() => read(open()), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static HardwareInfoSource List(string list, Action<IHardwareInfo> refresh, Func<IHardwareInfo, MachineReport> translate) =>
        new($"Hardware.Info ({list})", () => new Hardware.Info.HardwareInfo(TimeSpan.FromSeconds(2)), info =>
        {
            refresh(info);
            return translate(info);
        });
}
