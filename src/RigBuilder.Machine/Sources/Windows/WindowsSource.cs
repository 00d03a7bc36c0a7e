using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Smbios;

namespace RigBuilder.Machine.Sources.Windows;

/// <summary>Processor, memory, board, drives and system from WMI.</summary>
/// <param name="management">WMI and registry.</param>
public sealed class WindowsSource(IWindowsManagement management) : IHardwareSource
{
    /// <inheritdoc/>
    public string Name => "WMI";

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation) => Task.FromResult(new MachineReport
    {
        Os = Os(),
        Cpu = Cpu(),
        Memory = Memory(),
        Board = Board(),
        Drives = WindowsDrives.Read(management),
        Gpus = WindowsGpus.Read(management),
    });

    private OsReport Os()
    {
        const string source = "Win32_OperatingSystem";
        var row = management.Query(source, "Caption", "Version").FirstOrDefault(ImmutableDictionary<string, object>.Empty);
        return new OsReport { Name = Reading.OfText(row.Text("Caption"), source), Kernel = Reading.OfText(row.Text("Version"), source) };
    }

    // WMI does not tell about AVX; the current process can ask the processor itself.
    private CpuReport Cpu()
    {
        const string source = "Win32_Processor";
        var rows = management.Query(source, "Name", "Manufacturer", "NumberOfCores", "NumberOfLogicalProcessors", "MaxClockSpeed", "L3CacheSize");
        if (rows.IsEmpty) return new CpuReport();
        return new CpuReport
        {
            Name = Reading.OfText(rows[0].Text("Name"), source),
            Vendor = Reading.OfText(rows[0].Text("Manufacturer") switch { "GenuineIntel" => "intel", "AuthenticAMD" => "amd", var other => other }, source),
            Sockets = Reading.Of(rows.Length, source),
            Cores = Sum(rows, "NumberOfCores", source),
            Threads = Sum(rows, "NumberOfLogicalProcessors", source),
            // Despite its name this is the base clock in MHz.
            BaseClock = rows[0].Number("MaxClockSpeed") is > 0 and < 100_000 and var megahertz
                ? Reading.Of(Frequency.FromGigahertz(megahertz / 1000.0), source)
                : default,
            L3Cache = rows[0].Number("L3CacheSize") is > 0 and < 1L << 30 and var kib ? Reading.Of(Bytes.FromCount(kib * 1024 * rows.Length), source) : default,
        };
    }

    private static Reading<int> Sum(ImmutableArray<ImmutableDictionary<string, object>> rows, string key, string source)
    {
        var values = rows.Select(r => r.Number(key)).ToArray();
        return values.All(v => v is > 0 and < 65536) ? Reading.Of((int)values.Sum(v => v!.Value), source) : default;
    }

    private MemoryReport Memory()
    {
        const string source = "Win32_PhysicalMemory";
        var rows = management.Query(source, "Capacity", "SMBIOSMemoryType", "Speed", "ConfiguredClockSpeed", "DeviceLocator", "BankLabel",
            "Manufacturer", "PartNumber", "TotalWidth", "DataWidth");
        ImmutableArray<MemoryModule> modules = [.. rows.Select(r => WindowsMemory.Module(r, source)).OfType<MemoryModule>()];
        var total = management.Query("Win32_ComputerSystem", "TotalPhysicalMemory").FirstOrDefault(ImmutableDictionary<string, object>.Empty);
        var available = management.Query("Win32_OperatingSystem", "FreePhysicalMemory").FirstOrDefault(ImmutableDictionary<string, object>.Empty);
        return SmbiosReport.Memory(modules, 0, source) with
        {
            Usable = total.Number("TotalPhysicalMemory") is > 0 and var bytes ? Reading.Of(Bytes.FromCount(bytes), "Win32_ComputerSystem") : default,
            Available = available.Number("FreePhysicalMemory") is > 0 and < 1L << 50 and var kib
                ? Reading.Of(Bytes.FromCount(kib * 1024), "Win32_OperatingSystem")
                : default,
        };
    }

    private BoardReport Board()
    {
        var board = management.Query("Win32_BaseBoard", "Manufacturer", "Product").FirstOrDefault(ImmutableDictionary<string, object>.Empty);
        var bios = management.Query("Win32_BIOS", "Manufacturer", "SMBIOSBIOSVersion").FirstOrDefault(ImmutableDictionary<string, object>.Empty);
        var system = management.Query("Win32_ComputerSystem", "Manufacturer", "Model").FirstOrDefault(ImmutableDictionary<string, object>.Empty);
        var chassis = management.Query("Win32_SystemEnclosure", "ChassisTypes").FirstOrDefault(ImmutableDictionary<string, object>.Empty);
        return new BoardReport
        {
            Vendor = Reading.OfText(board.Text("Manufacturer"), "Win32_BaseBoard"),
            Name = Reading.OfText(board.Text("Product"), "Win32_BaseBoard"),
            Bios = Reading.OfText(Joined(bios.Text("Manufacturer"), bios.Text("SMBIOSBIOSVersion")), "Win32_BIOS"),
            System = Reading.OfText(Joined(system.Text("Manufacturer"), system.Text("Model")), "Win32_ComputerSystem"),
            Portable = chassis.GetValueOrDefault("ChassisTypes") is ushort[] { Length: > 0 } types ? Chassis.Portable(types[0], "Win32_SystemEnclosure") : default,
        };
    }

    private static string Joined(params string?[] texts) => string.Join(' ', texts.OfType<string>());
}
