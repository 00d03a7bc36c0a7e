using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Sources.Mac;
using RigBuilder.Machine.Sources.Windows;

namespace RigBuilder.Machine.Tests;

/// <summary>Windows and macOS on recorded answers.</summary>
public sealed class WindowsAndMacTests
{
    private static MachineReport Windows(Recorded recorded) => new WindowsSource(recorded).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static Recorded Desktop() => new Recorded()
        .Row("Win32_Processor", ("Name", "AMD Ryzen 9 7950X 16-Core Processor            "), ("Manufacturer", "AuthenticAMD"), ("NumberOfCores", 16u),
            ("NumberOfLogicalProcessors", 32u), ("MaxClockSpeed", 4501u), ("L3CacheSize", 65536u))
        .Row("Win32_ComputerSystem", ("TotalPhysicalMemory", 68513533952UL), ("Manufacturer", "Gigabyte Technology Co., Ltd."), ("Model", "Default string"))
        .Row("Win32_OperatingSystem", ("Caption", "Microsoft Windows 11 Pro"), ("Version", "10.0.26100"), ("FreePhysicalMemory", 50000000UL))
        .Row("Win32_BaseBoard", ("Manufacturer", "Gigabyte Technology Co., Ltd."), ("Product", "B650 AORUS ELITE AX"))
        .Row("Win32_SystemEnclosure", ("ChassisTypes", new ushort[] { 3 }))
        .Row("Win32_PhysicalMemory", ("Capacity", 34359738368UL), ("SMBIOSMemoryType", 34u), ("Speed", 6000u), ("ConfiguredClockSpeed", 4800u), ("DeviceLocator", "DIMM 1"),
            ("BankLabel", "P0 CHANNEL A"), ("Manufacturer", "G Skill Intl"), ("PartNumber", "F5-6000J3040G32G"), ("TotalWidth", (ushort)64), ("DataWidth", (ushort)64))
        .Row("Win32_VideoController", ("Name", "NVIDIA GeForce RTX 4090"), ("PNPDeviceID", @"PCI\VEN_10DE&DEV_2684&SUBSYS_16F110DE&REV_A1\4&1"), ("DriverVersion", "32.0.15.6094"), ("AdapterRAM", 4293918720u))
        .Row("Win32_VideoController", ("Name", "Parsec Virtual Display Adapter"), ("PNPDeviceID", @"ROOT\DISPLAY\0000"))
        .Row("Win32_DiskDrive", ("DeviceID", @"\\.\PHYSICALDRIVE0"), ("Model", "Samsung SSD 990 PRO 2TB"), ("Size", "2000396321280"), ("InterfaceType", "SCSI"), ("PNPDeviceID", @"SCSI\DISK&VEN_NVME&PROD_SAMSUNG\5&1"))
        .Adapter(("DriverDesc", "NVIDIA GeForce RTX 4090"), ("MatchingDeviceId", @"PCI\VEN_10DE&DEV_2684"), ("HardwareInformation.qwMemorySize", 25757220864L));

    [Test]
    public void Windows_Desktop_IsReadInFull()
    {
        var report = Windows(Desktop());
        var module = report.Memory.Modules.Single();
        Assert.Multiple(() =>
        {
            Assert.That((report.Cpu.Vendor.Value, report.Cpu.Cores.Value, report.Cpu.Threads.Value), Is.EqualTo(("amd", 16, 32)));
            Assert.That(report.Cpu.BaseClock.Value.Gigahertz, Is.EqualTo(4.501));
            Assert.That(report.Memory.Usable.Value.Count, Is.EqualTo(68513533952));
            Assert.That((module.Type.Value, module.RatedSpeed.Value.MegaTransfers, module.ConfiguredSpeed.Value.MegaTransfers), Is.EqualTo((MemoryType.Ddr5, 6000.0, 4800.0)));
            Assert.That(report.Memory.ChannelsPopulated.Value, Is.EqualTo(1));
            Assert.That(report.Board.Name.Value, Is.EqualTo("B650 AORUS ELITE AX"));
            Assert.That(report.Board.Portable.Value, Is.False);
            Assert.That(report.Drives.Single().Kind.Value, Is.EqualTo(DriveKind.Nvme));
            Assert.That(report.Gpus.Single().PciId.Value, Is.EqualTo("10de:2684"));
        });
    }

    [Test]
    public void Windows_VideoMemory_ComesFromTheSixtyFourBitValue()
    {
        var gpu = Windows(Desktop()).Gpus.Single();
        Assert.Multiple(() =>
        {
            Assert.That(gpu.VramTotal.Value.Count, Is.EqualTo(25757220864));
            Assert.That(gpu.VramTotal.Source, Is.EqualTo("registry qwMemorySize"));
        });
    }

    [Test]
    public void Windows_VideoMemoryCutToThirtyTwoBits_IsUnknown()
    {
        var recorded = new Recorded().Row("Win32_VideoController", ("Name", "NVIDIA GeForce RTX 4090"), ("PNPDeviceID", @"PCI\VEN_10DE&DEV_2684"), ("AdapterRAM", 4293918720u));
        Assert.That(Windows(recorded).Gpus.Single().VramTotal.IsKnown, Is.False);
    }

    [Test]
    public void Windows_TwoSizesInTheRegistry_AreBelievedNeither()
    {
        var recorded = Desktop().Adapter(("DriverDesc", "NVIDIA GeForce RTX 4090"), ("HardwareInformation.qwMemorySize", BitConverter.GetBytes(51539607552L)));
        Assert.That(Windows(recorded).Gpus.Single().VramTotal.IsKnown, Is.False);
    }

    [Test]
    public void Windows_WithoutWmi_IsUnknown()
    {
        var report = Windows(new Recorded());
        Assert.Multiple(() =>
        {
            Assert.That(report.Cpu.Name.IsKnown, Is.False);
            Assert.That(report.Gpus, Is.Empty);
            Assert.That(report.Memory.Modules, Is.Empty);
        });
    }

    [Test]
    public void Mac_RecordedTools_TellProcessorMemoryAndGraphics()
    {
        var machine = FixtureMachine.Of("""
            === tool sysctl 1
            machdep.cpu.brand_string: Apple M2 Ultra
            hw.physicalcpu: 24
            hw.logicalcpu: 24
            hw.memsize: 206158430208
            hw.packages: 1
            kern.osproductversion: 14.5
            === tool system_profiler 0
            {"SPDisplaysDataType": [{"_name": "Apple M2 Ultra", "sppci_bus": "spdisplays_builtin", "sppci_model": "Apple M2 Ultra", "spdisplays_vendor": "sppci_vendor_Apple"}],
             "SPHardwareDataType": [{"machine_name": "Mac Studio"}]}
            """);
        var report = new MacSource(machine).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        Assert.Multiple(() =>
        {
            Assert.That(report.Cpu.Name.Value, Is.EqualTo("Apple M2 Ultra"));
            Assert.That(report.Memory.Usable.Value, Is.EqualTo(Bytes.FromGiB(192)));
            Assert.That(report.Gpus.Single().Integrated.Value, Is.True);
            Assert.That(report.Board.System.Value, Is.EqualTo("Mac Studio"));
            Assert.That(report.Os.Name.Value, Is.EqualTo("macOS 14.5"));
        });
    }

    private sealed class Recorded : IWindowsManagement
    {
        private readonly List<(string Class, ImmutableDictionary<string, object> Row)> _rows = [];
        private readonly List<ImmutableDictionary<string, object>> _adapters = [];

        public Recorded Row(string name, params (string Key, object Value)[] values)
        {
            _rows.Add((name, values.ToImmutableDictionary(v => v.Key, v => v.Value)));
            return this;
        }

        public Recorded Adapter(params (string Key, object Value)[] values)
        {
            _adapters.Add(values.ToImmutableDictionary(v => v.Key, v => v.Value));
            return this;
        }

        public ImmutableArray<ImmutableDictionary<string, object>> Query(string className, params ImmutableArray<string> properties) =>
            [.. _rows.Where(r => r.Class == className).Select(r => r.Row.Where(v => properties.Contains(v.Key)).ToImmutableDictionary())];

        public ImmutableArray<ImmutableDictionary<string, object>> DisplayAdapters() => [.. _adapters];
    }
}
