using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;

namespace RigBuilder.Prediction.Tests.Systems;

/// <summary>RAM as a property of kits, board and CPU.</summary>
public sealed class SystemMemoryTests
{
    private static readonly Cpu Am5 = TestRigs.Cpu("am5", 8, 2, MemoryType.Ddr5, 5200) with
    {
        Memory = [new MemorySupport(MemoryType.Ddr5, TransferRate.FromMegaTransfers(5200), TransferRate.FromMegaTransfers(3600))],
    };

    private static readonly Motherboard Board = new()
    {
        Id = "board",
        Name = "Board",
        Socket = "any",
        Chipset = "any",
        FormFactor = FormFactor.Atx,
        MemoryType = MemoryType.Ddr5,
        MemorySlots = 4,
        MemoryChannels = 2,
        MaxMemorySpeed = TransferRate.FromMegaTransfers(6000),
    };

    private static SystemMemory Of(Rig rig) => TestRigs.Forecaster.Predict(rig, new Quest()).SystemMemory!;

    [Test]
    public void OneModule_LeavesAChannelEmpty()
    {
        var memory = Of(new Rig { Cpu = Am5, Memory = [TestRigs.Kit(MemoryType.Ddr5, 1, 32, 5200)] });
        Assert.That(memory.Channels, Is.EqualTo(1));
        Assert.That(memory.SpeedLimit, Does.Contain("1 of 2 channels"));
    }

    [Test]
    public void FourDdr5Modules_RunAtTheOfficialTwoPerChannelRate()
    {
        var memory = Of(new Rig { Cpu = Am5, Memory = [TestRigs.Kit(MemoryType.Ddr5, 4, 32, 6000)] });
        Assert.That(memory.Speed.MegaTransfers, Is.EqualTo(3600));
        Assert.That(memory.Bandwidth.Gigabytes, Is.EqualTo(57.6).Within(0.01));
        Assert.That(memory.SpeedLimit, Does.Contain("two modules per channel"));
    }

    [Test]
    public void AFastKit_RunsByItsProfileAndIsNoted()
    {
        var forecast = TestRigs.Forecaster.Predict(new Rig { Cpu = Am5, Memory = [TestRigs.Kit(MemoryType.Ddr5, 2, 32, 6000)] }, new Quest());
        Assert.That(forecast.SystemMemory!.Speed.MegaTransfers, Is.EqualTo(6000));
        Assert.That(forecast.Assumptions, Has.Some.Contains("XMP"));
    }

    [Test]
    public void ABoardsLimit_HoldsAFasterKit()
    {
        var memory = Of(new Rig { Cpu = Am5, Motherboard = Board, Memory = [TestRigs.Kit(MemoryType.Ddr5, 2, 32, 7200)] });
        Assert.That(memory.Speed.MegaTransfers, Is.EqualTo(6000));
        Assert.That(memory.SpeedLimit, Does.Contain("Board"));
    }

    [Test]
    public void TwoKits_RunAtTheSlowerOnesSpeed()
    {
        var memory = Of(new Rig { Cpu = TestRigs.I9_10900X, Memory = [TestRigs.Kit(MemoryType.Ddr4, 2, 16, 3600), TestRigs.Kit(MemoryType.Ddr4, 2, 16, 3000)] });
        Assert.That(memory.Speed.MegaTransfers, Is.EqualTo(3000));
        Assert.That(memory.Channels, Is.EqualTo(4));
        Assert.That(memory.Capacity.GiB, Is.EqualTo(64));
    }
}
