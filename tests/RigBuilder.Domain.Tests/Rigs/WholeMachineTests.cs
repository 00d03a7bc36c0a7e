using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Tests.Rigs;

/// <summary>What a machine that is bought whole puts into a rig.</summary>
public sealed class WholeMachineTests
{
    private static readonly Catalog Parts = new(
    [
        Gpu("apu", integrated: true), Gpu("card", integrated: false), Kit("kit"),
        new Cpu { Id = "chip", Name = "Chip", Vendor = "amd", Socket = "soldered", Cores = 8, Threads = 16, Memory = [new(MemoryType.Lpddr5, TransferRate.FromMegaTransfers(8000))], MemoryChannels = 4 },
        new WholeMachine
        {
            Id = "box", Name = "Maker Box", Aliases = ["Box"], Form = MachineForm.MiniPc,
            Holds = ImmutableSortedDictionary<PartKind, ImmutableArray<string>>.Empty.Add(PartKind.Gpu, ["apu"]).Add(PartKind.Cpu, ["chip"]),
            Memory = new MachineMemory(MemoryType.Lpddr5, 4, TransferRate.FromMegaTransfers(8000), [new(Bytes.FromGiB(64)), new(Bytes.FromGiB(128), new Price(Money.FromUsd(2000), "2026-09", PartCondition.New))]),
            Changes = [PartKind.Gpu], CardLink = new PcieLink(4, 4),
        },
    ], [], []);

    [Test]
    public void Sizes_AreMachinesOfTheirOwn() => Assert.That(
        Parts.Machines.Items.Select(m => (m.Id, m.Name, m.Price?.Amount.Amount)),
        Is.EqualTo(new (string, string, decimal?)[] { ("box-64gb", "Maker Box 64 GB", null), ("box-128gb", "Maker Box 128 GB", 2000m) }));

    [TestCase("box-128gb", "box-128gb")]
    [TestCase("Maker Box 128GB", "box-128gb")]
    [TestCase("box 64 GB", "box-64gb")]
    [TestCase("box", null)]
    [TestCase("box-96gb", null)]
    public void Name_IsFoundWithItsSize(string text, string? id) => Assert.That(Parts.Names.Part(PartKind.Machine, text).Item?.Id, Is.EqualTo(id));

    [Test]
    public void Name_WithoutSize_ListsTheSizes() => Assert.That(Parts.Names.Part(PartKind.Machine, "box").Suggestions, Is.EqualTo(new[] { "box-64gb", "box-128gb" }));

    [TestCase(PartKind.Machine)]
    [TestCase(PartKind.Gpu)]
    public void Machine_FillsItsSlots(PartKind slot)
    {
        var rig = Parts.Resolve(Build.Empty.With(slot, new Selection("box-128gb")));
        Assert.Multiple(() =>
        {
            Assert.That(rig.Machine?.Id, Is.EqualTo("box-128gb"));
            Assert.That((rig.Gpus.Single().Id, rig.Cpu?.Id), Is.EqualTo(("apu", "chip")));
            Assert.That(rig.Parts.Where(p => p.Included).Select(p => p.Kind), Is.EquivalentTo(new[] { PartKind.Gpu, PartKind.Cpu, PartKind.Memory }));
            Assert.That(rig.Gpus[0].Bandwidth.Value, Is.EqualTo(256e9), "four channels of 8,000 MT/s");
            Assert.That(rig.Missing, Is.Empty);
        });
    }

    [Test]
    public void Card_ThatIsAdded_TakesTheLinkAndIdlesTheIntegratedGpu()
    {
        var rig = Parts.Resolve(Build.Empty.With(PartKind.Machine, new Selection("box-64gb")).With(PartKind.Gpu, new Selection("card")));
        Assert.Multiple(() =>
        {
            Assert.That(rig.Gpus.Select(g => (g.Id, g.Link)), Is.EqualTo(new[] { ("card", (PcieLink?)new PcieLink(4, 4)) }));
            Assert.That(rig.Assumed.Single(), Does.Contain("stays idle"));
        });
    }

    [Test]
    public void Memory_ThatIsSoldered_IsNotReplaced() => Assert.That(
        Parts.Resolve(Build.Empty.With(PartKind.Machine, new Selection("box-64gb")).With(PartKind.Memory, new Selection("kit"))).Memory.Single().Capacity, Is.EqualTo(Bytes.FromGiB(64)));

    [Test]
    public void SharedMemory_WithoutRam_KeepsTheMostOfTheCatalog() => Assert.That(
        Parts.Resolve(Build.Empty.With(PartKind.Gpu, new Selection("apu"))).Gpus[0], Has.Property("MemoryIsAssumed").True);

    // Metal's recommendedMaxWorkingSetSize as llama.cpp prints it; amdgpu's GTT is half of the memory.
    [TestCase("apple", 16, 10.67)]
    [TestCase("apple", 32, 21.33)]
    [TestCase("apple", 36, 27)]
    [TestCase("apple", 64, 48)]
    [TestCase("apple", 128, 96)]
    [TestCase("amd", 96, 48)]
    [TestCase("intel", 32, 16)]
    [TestCase("nvidia", 128, 119)]
    public void Share_AsShipped(string vendor, double pool, double gib) =>
        Assert.That(MemoryShare.Of(vendor, Bytes.FromGiB(pool)).AsShipped.GiB, Is.EqualTo(gib).Within(0.01));

    [TestCase("apple", 512, 504)]
    [TestCase("apple", 8, 5.33)]
    [TestCase("amd", 128, 110)]
    public void Share_AtMost(string vendor, double pool, double gib) =>
        Assert.That(MemoryShare.Of(vendor, Bytes.FromGiB(pool)).Most.GiB, Is.EqualTo(gib).Within(0.01));

    private static Gpu Gpu(string id, bool integrated) => new()
    {
        Id = id,
        Name = $"Maker {id}",
        Vendor = "amd",
        Architecture = "rdna-3.5",
        Vram = Bytes.FromGiB(24),
        Bandwidth = BytesPerSecond.FromValue(200e9),
        UnifiedMemory = integrated,
        Integrated = integrated,
        Pcie = integrated ? null : new PcieLink(4, 16),
    };

    private static MemoryKit Kit(string id) => new() { Id = id, Name = id, Type = MemoryType.Ddr5, Modules = 2, ModuleSize = Bytes.FromGiB(8), Speed = TransferRate.FromMegaTransfers(5600) };
}
