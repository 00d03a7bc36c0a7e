using Hardware.Info;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.HardwareInfo;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Tests.HardwareInfo;

/// <summary>What the Hardware.Info library gets wrong does not get into our readings.</summary>
public sealed class HardwareInfoHintsTests
{
    private const ulong GiB = 1UL << 30;

    [Test]
    public void Modules_WithTheMachinesTotalAmongThem_CountOnce()
    {
        var report = MemoryHints.Of([Module(0, 0), new Memory { Capacity = 32 * GiB }, Module(16, 3200), Module(16, 3200)]);
        Assert.Multiple(() =>
        {
            Assert.That(report.Modules, Has.Length.EqualTo(2));
            Assert.That(report.Installed.Value, Is.EqualTo(Bytes.FromGiB(32)));
            Assert.That(report.Installed.Confidence, Is.EqualTo(Confidence.Hint));
        });
    }

    [Test]
    public void Modules_OneModuleAndTheTotal_CountOnce() =>
        Assert.That(MemoryHints.Of([new Memory { Capacity = 16 * GiB }, Module(16, 2666)]).Modules, Has.Length.EqualTo(1));

    [Test]
    public void Modules_UnequalPairWhereTheLargerIsNoSum_AreKept() =>
        Assert.That(MemoryHints.Of([Module(8, 3200), Module(16, 3200)]).Installed.Value, Is.EqualTo(Bytes.FromGiB(24)));

    [Test]
    public void Modules_OnlyTheTotal_AreUnknown()
    {
        var report = MemoryHints.Of([new Memory { Capacity = 15 * GiB }]);
        Assert.Multiple(() =>
        {
            Assert.That(report.Modules, Is.Empty);
            Assert.That(report.Installed.IsKnown, Is.False);
        });
    }

    [TestCase(4293918720UL)]
    [TestCase(0UL)]
    public void Vram_CappedAt32BitsOrMissing_IsUnknown(ulong reported) =>
        Assert.That(GpuHints.Of([new VideoController { Name = "NVIDIA GeForce RTX 3090", AdapterRAM = reported }])[0].VramTotal.IsKnown, Is.False);

    [Test]
    public void Vram_FromTheRegistry_IsAHint() =>
        Assert.That(GpuHints.Of([new VideoController { Name = "NVIDIA GeForce RTX 3090", AdapterRAM = 24 * GiB }])[0].VramTotal.ToString(), Does.Contain("Hardware.Info"));

    [TestCase("")]
    [TestCase(" Device 2684 (rev a1)")]
    public void Gpu_WithoutAKnownName_IsLeftOut(string name) => Assert.That(GpuHints.Of([new VideoController { Name = name }]), Is.Empty);

    [Test]
    public void Drives_NamelessAndOptical_AreLeftOut() =>
        Assert.That(
            DriveHints.Of([new Drive(), new Drive { Model = "DVD-RAM UJ8E2", Name = "/dev/cdrom", Description = "DVD-RAM writer" }, new Drive { Model = "Samsung SSD 870", Name = "/dev/sda" }], true)
                .Select(d => d.Device.Value),
            Is.EqualTo(new[] { "sda" }));

    [Test]
    public void DriveSize_FromLshw_IsUnknownBecauseItsUnitIsMisread() =>
        Assert.That(DriveHints.Of([new Drive { Model = "Samsung SSD 870", Name = "/dev/sda", Size = 1UL << 40 }], true)[0].Size.IsKnown, Is.False);

    [Test]
    public void Clock_FromWmi_IsTheBaseClock()
    {
        var cpu = CpuHints.Of([new CPU { Name = "Intel Core i9-10900X", MaxClockSpeed = 3700, NumberOfCores = 10, NumberOfLogicalProcessors = 20 }], clockIsBase: true);
        Assert.Multiple(() =>
        {
            Assert.That(cpu.BaseClock.Value, Is.EqualTo(Frequency.FromGigahertz(3.7)));
            Assert.That(cpu.MaxClock.IsKnown, Is.False);
            Assert.That(cpu.Cores.Value, Is.EqualTo(10));
        });
    }

    [Test]
    public void Cores_WithASocketThatDoesNotTell_AreUnknown() =>
        Assert.That(CpuHints.Of([new CPU { NumberOfCores = 8 }, new CPU()], clockIsBase: false).Cores.IsKnown, Is.False);

    [Test]
    public void Board_WithoutAProduct_IsUnknown() => Assert.That(BoardHints.Of([new Motherboard { Manufacturer = "x" }]).Vendor.IsKnown, Is.False);

    private static Memory Module(ulong gib, uint speed) => new() { Capacity = gib * GiB, Speed = speed, FormFactor = FormFactor.DIMM };
}
