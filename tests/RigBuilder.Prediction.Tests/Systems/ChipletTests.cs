using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Tests.Systems;

/// <summary>What chiplets read of the memory.</summary>
public sealed class ChipletTests
{
    private static readonly MemoryKit Kit = new() { Id = "kit", Name = "kit", Type = MemoryType.Ddr5, Modules = 2, ModuleSize = Bytes.FromGiB(32), Speed = TransferRate.FromMegaTransfers(6000) };

    private static Rig Rig(double? gigabytes, int sockets = 1) => new()
    {
        Memory = [Kit],
        Sockets = sockets,
        Cpu = new Cpu
        {
            Id = "cpu",
            Name = "cpu",
            Vendor = "amd",
            Socket = "AM5",
            Cores = 8,
            Threads = 16,
            Memory = [],
            MemoryChannels = 2,
            ChipletBandwidth = gigabytes is { } limit ? BytesPerSecond.FromGigabytes(limit) : null,
        },
    };

    [TestCase(null, 1, null)]
    [TestCase(64.0, 1, 64.0)]
    [TestCase(40.0, 2, 80.0)]
    [TestCase(128.0, 1, null)]
    public void Memory_OfChiplets_IsReadNoFasterThanTheyDo(double? gigabytes, int sockets, double? readable)
    {
        var rig = Rig(gigabytes, sockets);
        var memory = SystemMemories.Of(rig)!;
        Assert.That(memory.Bandwidth.Value / 1e9, Is.EqualTo(96).Within(1e-9), "the channels give what they give");
        Assert.That(memory.Readable?.Value / 1e9, readable is null ? Is.Null : Is.EqualTo(readable).Within(1e-9));
        Assert.That(SystemMemories.Notes(rig, memory), readable is null ? Is.Empty : Has.Length.EqualTo(1).And.All.Contains("chiplets"));
    }
}
