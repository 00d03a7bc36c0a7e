using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Sources;

namespace RigBuilder.Machine.Tests;

/// <summary>The built-in Linux probe on recorded machines.</summary>
public sealed class LinuxProbeTests
{
    internal static MachineReport Probe(FixtureMachine machine) =>
        new SourceProbe("test", HardwareProbes.Linux(machine, machine), TimeProvider.System, TimeSpan.FromSeconds(30))
            .ProbeAsync(CancellationToken.None).GetAwaiter().GetResult();

    internal static MachineReport Probe(string fixture) => Probe(FixtureMachine.Load(fixture));

    [Test]
    public void Threadripper_Processor_IsReadWithSources()
    {
        var cpu = Probe("dual-3090-threadripper").Cpu;
        Assert.Multiple(() =>
        {
            Assert.That(cpu.Name.Value, Is.EqualTo("AMD Ryzen Threadripper PRO 5975WX 32-Cores"));
            Assert.That(cpu.Name.Source, Is.EqualTo("/proc/cpuinfo"));
            Assert.That(cpu.Vendor.Value, Is.EqualTo("amd"));
            Assert.That((cpu.Sockets.Value, cpu.Cores.Value, cpu.Threads.Value), Is.EqualTo((1, 2, 4)));
            Assert.That(cpu.BaseClock.Value.Gigahertz, Is.EqualTo(3.6));
            Assert.That(cpu.MaxClock.Value.Gigahertz, Is.EqualTo(7.00664).Within(1e-9));
            Assert.That(cpu.L3Cache.Value, Is.EqualTo(Bytes.FromMiB(64)));
            Assert.That((cpu.Avx2.Value, cpu.Avx512.Value), Is.EqualTo((true, false)));
        });
    }

    [Test]
    public void Threadripper_Memory_HasFourRegisteredModulesOnFourChannels()
    {
        var memory = Probe("dual-3090-threadripper").Memory;
        Assert.Multiple(() =>
        {
            Assert.That(memory.Usable.Value.Count, Is.EqualTo(65773440L * 1024));
            Assert.That(memory.Installed.Value, Is.EqualTo(Bytes.FromGiB(64)));
            Assert.That(memory.Slots.Value, Is.EqualTo(5));
            Assert.That(memory.ChannelsPopulated.Value, Is.EqualTo(4));
            Assert.That(memory.ChannelsPopulated.Confidence, Is.EqualTo(Confidence.Derived));
            Assert.That(memory.Modules, Has.Length.EqualTo(4));
            Assert.That(memory.Modules, Has.All.Matches<MemoryModule>(m => m!.Ecc.Value && m.Registered.Value && m.Type.Value == MemoryType.Ddr4));
            Assert.That(memory.Modules[1].PartNumber.Value, Is.EqualTo("M393A2K43DB3-CWE"));
        });
    }

    [Test]
    public void Threadripper_Cards_AreMergedByAddress()
    {
        var report = Probe("dual-3090-threadripper");
        var first = report.Gpus[0];
        Assert.Multiple(() =>
        {
            Assert.That(report.Gpus.Select(g => g.Address.Value), Is.EqualTo(new[] { "0000:01:00.0", "0000:2b:00.0", "0000:41:00.0" }));
            Assert.That(first.Name.Value, Is.EqualTo("NVIDIA GeForce RTX 3090"));
            Assert.That(first.Name.Source, Is.EqualTo("nvidia-smi"));
            Assert.That(first.PciId.Value, Is.EqualTo("10de:2204"));
            Assert.That(first.VramTotal.Value, Is.EqualTo(Bytes.FromGiB(24)));
            Assert.That(first.Driver.Value, Is.EqualTo("nvidia 560.35.03"));
            Assert.That(first.LinkNow.Value, Is.EqualTo(new PcieLink(1, 16)));
            Assert.That(first.LinkBest.Value, Is.EqualTo(new PcieLink(4, 16)));
            Assert.That(first.ComputeCapability.Value, Is.EqualTo("8.6"));
            Assert.That(report.Gpus[1].Vendor.Value, Is.EqualTo("aspeed"));
            Assert.That(report.Contradictions, Is.Empty);
            Assert.That(report.Diagnostics, Is.Empty);
        });
    }

    [Test]
    public void Threadripper_CardInNarrowSlot_KeepsCardAndSlotApart()
    {
        var card = Probe("dual-3090-threadripper").Gpus[2];
        Assert.Multiple(() =>
        {
            Assert.That(card.LinkBest.Value.Lanes, Is.EqualTo(4));
            Assert.That(card.CardLink.Value, Is.EqualTo(new PcieLink(4, 16)));
            Assert.That(card.PowerLimit.Value.Value, Is.EqualTo(280));
            Assert.That(card.DefaultPowerLimit.Value.Value, Is.EqualTo(350));
        });
    }

    [Test]
    public void Threadripper_BoardDrivesAndLoad_AreRead()
    {
        var report = Probe("dual-3090-threadripper");
        Assert.Multiple(() =>
        {
            Assert.That(report.Board.Name.Value, Is.EqualTo("Pro WS WRX80E-SAGE SE WIFI"));
            Assert.That(report.Board.System.IsKnown, Is.False, "placeholders of the firmware are no names");
            Assert.That(report.Board.Bios.Value, Is.EqualTo("American Megatrends Inc. 1106 02/10/2023"));
            Assert.That(report.Board.Portable.Value, Is.False);
            Assert.That(report.Drives.Select(d => d.Device.Value), Is.EqualTo(new[] { "nvme0n1", "sda" }));
            Assert.That(report.Drives[0].Size.Value.ToDecimalString(), Is.EqualTo("2 TB"));
            Assert.That(report.Drives[0].LinkBest.Value, Is.EqualTo(new PcieLink(4, 4)));
            Assert.That(report.Drives[1].Kind.Value, Is.EqualTo(DriveKind.HardDisk));
            Assert.That(report.Load.OneMinute.Value, Is.EqualTo(0.52));
            Assert.That(report.Numa, Has.Length.EqualTo(1));
            Assert.That(report.Os.Name.Value, Is.EqualTo("Ubuntu 24.04.1 LTS"));
            Assert.That(report.Limits.Memory.IsKnown, Is.False, "'max' is no limit");
            Assert.That(report.Limits.AllowedThreads.Value, Is.EqualTo(4));
        });
    }

    [Test]
    public void Laptop_WithoutRights_SaysSoAndKeepsModulesUnknown()
    {
        var report = Probe("laptop-4060");
        Assert.Multiple(() =>
        {
            Assert.That(report.Board.Portable.Value, Is.True);
            Assert.That(report.Memory.Modules, Is.Empty);
            Assert.That(report.Memory.Installed.IsKnown, Is.False);
            Assert.That(report.Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { "RB6008" }));
            Assert.That(report.Gpus[0].Integrated.Value, Is.True);
            Assert.That(report.Gpus[1].Laptop.Value, Is.True);
            Assert.That(report.Gpus[1].PowerLimit.IsKnown, Is.False, "[N/A] is unknown");
            Assert.That(report.Contradictions, Is.Empty, "'Max-Q / Mobile' and 'Laptop GPU' name the same card");
        });
    }

    [Test]
    public void Radeon_RevisionTable_TellsTheProductOfASharedChip()
    {
        var report = Probe("radeon-7900xtx");
        var gpu = report.Gpus.Single();
        Assert.Multiple(() =>
        {
            Assert.That(gpu.Name.Value, Is.EqualTo("AMD Radeon RX 7900 XTX"));
            Assert.That(gpu.Name.Source, Is.EqualTo("/usr/share/libdrm/amdgpu.ids"));
            Assert.That(gpu.VramTotal.Value.Count, Is.EqualTo(25753026560));
            Assert.That(gpu.VramFree.Value.Count, Is.EqualTo(25753026560 - 1073741824));
            Assert.That(gpu.PowerLimit.Value.Value, Is.EqualTo(339));
            Assert.That(report.Contradictions, Is.Empty);
        });
    }

    [Test]
    public void Radeon_BehindItsOwnSwitch_ReportsTheLinkOfTheSlot()
    {
        var gpu = Probe("radeon-7900xtx").Gpus.Single();
        Assert.Multiple(() =>
        {
            Assert.That(gpu.LinkNow.Value, Is.EqualTo(new PcieLink(3, 4)), "not the card's inner link of 4.0 x16");
            Assert.That(gpu.LinkBest.Value, Is.EqualTo(new PcieLink(3, 4)));
            Assert.That(gpu.CardLink.Value, Is.EqualTo(new PcieLink(4, 16)));
        });
    }

    [Test]
    public void Arc_WithoutTools_IsNamedByThePciIdList()
    {
        var report = Probe("arc-a770-pci-ids");
        Assert.Multiple(() =>
        {
            Assert.That(report.Gpus[0].Name.Value, Is.EqualTo("CometLake-S GT2 [UHD Graphics 630]"));
            Assert.That(report.Gpus[0].Integrated.Value, Is.True);
            Assert.That(report.Gpus[1].Name.Value, Is.EqualTo("DG2 [Arc A770]"));
            Assert.That(report.Gpus[1].Name.Confidence, Is.EqualTo(Confidence.Derived));
            Assert.That(report.Gpus[1].Integrated.Value, Is.False);
            Assert.That(report.Gpus[1].VramTotal.IsKnown, Is.False);
            Assert.That(report.Cpu.BaseClock.Value.Gigahertz, Is.EqualTo(4.1));
            Assert.That(report.Cpu.BaseClock.Confidence, Is.EqualTo(Confidence.Derived));
        });
    }

    [Test]
    public void VirtualMachine_WithoutDmi_KeepsUnknownUnknown()
    {
        var report = Probe("virtual-machine");
        Assert.Multiple(() =>
        {
            Assert.That(report.Os.Virtualisation.IsKnown, Is.True);
            Assert.That(report.Board.Name.IsKnown, Is.False);
            Assert.That(report.Memory.Modules, Is.Empty);
            Assert.That(report.Memory.ChannelsPopulated.IsKnown, Is.False);
            Assert.That(report.Gpus, Is.Empty);
            Assert.That(report.Cpu.MaxClock.IsKnown, Is.False);
            Assert.That(report.Drives.Single().Kind.Value, Is.EqualTo(DriveKind.Virtual));
        });
    }

    [Test]
    public void VirtualMachine_CgroupVersion1_TakesTheTightestLimitOfItsAncestors()
    {
        var limits = Probe("virtual-machine").Limits;
        Assert.Multiple(() =>
        {
            Assert.That(limits.Memory.Value, Is.EqualTo(Bytes.FromGiB(8)));
            Assert.That(limits.Memory.Source, Is.EqualTo("/sys/fs/cgroup/memory/box/memory.limit_in_bytes"));
            Assert.That(limits.Cpus.Value, Is.EqualTo(1.5));
        });
    }

    [Test]
    public void Container_CgroupVersion2_ReportsItsLimits()
    {
        var report = Probe("container-v2");
        Assert.Multiple(() =>
        {
            Assert.That(report.Limits.Container.Value, Is.EqualTo("docker"));
            Assert.That(report.Limits.Memory.Value, Is.EqualTo(Bytes.FromGiB(16)));
            Assert.That(report.Limits.Cpus.Value, Is.EqualTo(4));
            Assert.That(report.Limits.AllowedThreads.Value, Is.EqualTo(5));
            Assert.That((report.Cpu.Sockets.Value, report.Cpu.Cores.Value), Is.EqualTo((2, 2)), "core ids count per socket");
        });
    }

    [Test]
    public void BrokenTools_EachFailure_IsADiagnosticAndNothingIsBelieved()
    {
        var report = Probe("broken-tools");
        Assert.Multiple(() =>
        {
            Assert.That(report.Diagnostics.Select(d => d.Code).Order(), Is.EqualTo(new[] { "RB6001", "RB6002", "RB6005" }));
            Assert.That(report.Gpus.Single().PciId.Value, Is.EqualTo("10de:1b06"));
            Assert.That(report.Gpus.Single().Name.IsKnown, Is.False, "the output of killed tools is not used");
            Assert.That(report.Gpus.Single().LinkNow.IsKnown, Is.False);
            Assert.That(report.Memory.Usable.IsKnown, Is.False);
            Assert.That(report.Cpu.Avx2.IsKnown, Is.False, "a file without flags says nothing about them");
        });
    }

    [Test]
    public void MixedModules_TwoPerChannel_ArePairedOnTwoChannels()
    {
        var memory = Probe("mixed-dimms").Memory;
        Assert.Multiple(() =>
        {
            Assert.That(memory.ChannelsPopulated.Value, Is.EqualTo(2));
            Assert.That(memory.Installed.Value, Is.EqualTo(Bytes.FromGiB(48)));
            Assert.That(memory.Modules, Has.All.Matches<MemoryModule>(m => m!.ConfiguredSpeed.Value.MegaTransfers == 2133 && m.RatedSpeed.Value.MegaTransfers == 3600));
        });
    }

    [Test]
    public void OldDriver_UnknownField_IsAskedForNoMore()
    {
        var report = Probe("old-driver");
        Assert.Multiple(() =>
        {
            Assert.That(report.Gpus, Has.Length.EqualTo(2));
            Assert.That(report.Gpus[0].VramTotal.Value, Is.EqualTo(Bytes.FromMiB(22919)));
            Assert.That(report.Gpus[0].ComputeCapability.IsKnown, Is.False);
            Assert.That(report.Gpus[1].LinkNow.IsKnown, Is.False);
            Assert.That(report.Diagnostics, Is.Empty);
        });
    }

    [Test]
    public void EmptyMachine_NothingReadable_IsAnEmptyReport()
    {
        var report = Probe(FixtureMachine.Of(""));
        Assert.Multiple(() =>
        {
            Assert.That(report.Cpu.Name.IsKnown, Is.False);
            Assert.That(report.Gpus, Is.Empty);
            Assert.That(report.Drives, Is.Empty);
            Assert.That(report.Diagnostics, Is.Empty, "missing tools are ordinary");
        });
    }
}
