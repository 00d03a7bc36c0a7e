using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;

namespace RigBuilder.Machine.Tests;

/// <summary>Parts by nothing but the name that a machine or a driver tells.</summary>
public sealed class NamedPartTests
{
    private static readonly Catalog Catalog = new(
        [
            new Cpu { Id = "ryzen-9-5950x", Name = "AMD Ryzen 9 5950X", Vendor = "amd", Socket = "AM4", Cores = 16, Threads = 32, Memory = [], MemoryChannels = 2 },
            Gpu("rtx-3060-12gb", "NVIDIA GeForce RTX 3060 12GB", "nvidia", 12),
            Gpu("rtx-3060-8gb", "NVIDIA GeForce RTX 3060 8GB", "nvidia", 8),
            Gpu("rx-7900-xtx", "AMD Radeon RX 7900 XTX", "amd", 24),
        ], [], []);

    [TestCase("AMD Ryzen 9 5950X 16-Core Processor", "ryzen-9-5950x")]
    [TestCase("AMD Ryzen 9 5900X 12-Core Processor", "my-ryzen-9-5900x")]
    [TestCase("AMD EPYC", "my-epyc")]
    public void ProcessorId_OfAName_IsTheEntrysOrTheDrafts(string name, string expected) =>
        Assert.That(MachineMatcher.ProcessorId(name, Catalog), Is.EqualTo(expected));

    [TestCase("NVIDIA GeForce RTX 3060", 11.76, "rtx-3060-12gb")]
    [TestCase("NVIDIA GeForce RTX 3060", 7.8, "rtx-3060-8gb")]
    [TestCase("NVIDIA GeForce RTX 3060", 0, null)]
    [TestCase("AMD Radeon RX 7900 XTX (RADV NAVI31)", 23.98, "rx-7900-xtx")]
    [TestCase("AMD Radeon RX 7900 XT", 19.9, null)]
    public void Card_OfADriversName_IsTheEntryThatFitsOrNone(string name, double gib, string? expected) =>
        Assert.That(MachineMatcher.Card(name, Bytes.FromGiB(gib), Catalog)?.Id, Is.EqualTo(expected));

    private static Gpu Gpu(string id, string name, string vendor, double gib) =>
        new() { Id = id, Name = name, Vendor = vendor, Architecture = "any", Vram = Bytes.FromGiB(gib), Bandwidth = BytesPerSecond.FromGigabytes(360) };
}
