using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Machine.Tests;

/// <summary>GPUs that are part of a processor, told by it, and cards that were rebuilt with more memory, drafted from their originals; in the shipped catalog.</summary>
public sealed class IntegratedGpuTests
{
    // Names and ids as lspci, rocminfo, Windows and vulkaninfo tell them in public reports.
    [TestCase("Strix Halo [Radeon Graphics / Radeon 8050S Graphics / Radeon 8060S Graphics]", "1002:1586", 512, "AMD RYZEN AI MAX+ 395 w/ Radeon 8060S", ExpectedResult = "radeon-8060s")]
    [TestCase("Strix Halo [Radeon Graphics / Radeon 8050S Graphics / Radeon 8060S Graphics]", "1002:1586", 65536, "AMD RYZEN AI MAX+ PRO 395 w/ Radeon 8060S", ExpectedResult = "radeon-8060s")]
    [TestCase("Strix Halo [Radeon Graphics / Radeon 8050S Graphics / Radeon 8060S Graphics]", "1002:1586", 512, "AMD Ryzen AI Max 385 w/ Radeon 8050S", ExpectedResult = "radeon-8050s")]
    [TestCase("AMD Radeon(TM) Graphics", "1002:15bf", 512, "AMD Ryzen 7 7840HS w/ Radeon 780M Graphics", ExpectedResult = "radeon-780m")]
    [TestCase("Phoenix1", "1002:15bf", 2048, "AMD Ryzen 7 PRO 7840U w/ Radeon 780M Graphics", ExpectedResult = "radeon-780m")]
    [TestCase("Phoenix1", "1002:15bf", 2048, "AMD Ryzen 5 7640U w/ Radeon 760M Graphics", ExpectedResult = "radeon-760m")]
    [TestCase("HawkPoint1", "1002:1900", 4096, "AMD Ryzen 7 8845HS w/ Radeon 780M Graphics", ExpectedResult = "radeon-780m")]
    [TestCase("Strix [Radeon 880M / 890M]", "1002:150e", 512, "AMD Ryzen AI 9 HX 370 w/ Radeon 890M", ExpectedResult = "radeon-890m")]
    [TestCase("Rembrandt [Radeon 680M]", "1002:1681", 512, "AMD Ryzen 7 6800H with Radeon Graphics", ExpectedResult = "radeon-680m")]
    [TestCase("Raphael", "1002:164e", 512, "AMD Ryzen 9 7950X 16-Core Processor", ExpectedResult = null)]
    [TestCase("AMD Radeon Graphics", "1002:13c0", 512, "AMD Ryzen 9 9950X 16-Core Processor", ExpectedResult = null)]
    public string? Gpu_OfAProcessor_IsToldByIt(string name, string id, int mebibytes, string processor)
    {
        var gpu = new GpuReport
        {
            Name = Reading.Of(name, "lspci"),
            PciId = Reading.Of(id, "pci"),
            Vendor = Reading.Of("amd", "pci"),
            VramTotal = Reading.Of(Bytes.FromMiB(mebibytes), "sysfs"),
        };
        return GpuMatcher.Match(gpu, default, Reading.Of(processor, "/proc/cpuinfo"), ShippedCatalogTests.Shipped.Value) is { Outcome: MatchOutcome.Matched } match ? match.PartId : null;
    }

    [TestCase("NVIDIA GeForce RTX 4090", 49140, "10de:2684", "rtx-4090")]
    [TestCase("NVIDIA GeForce RTX 4080 SUPER", 32760, "10de:2702", "rtx-4080-super")]
    [TestCase("NVIDIA GeForce RTX 2080 Ti", 22528, "10de:1e07", "rtx-2080-ti")]
    public void Card_RebuiltWithMoreMemory_IsDraftedFromItsOriginal_AndReadsBack(string name, int mebibytes, string id, string original)
    {
        var gpu = new GpuReport
        {
            Name = Reading.Of(name, "nvidia-smi"),
            PciId = Reading.Of(id, "pci"),
            Vendor = Reading.Of("nvidia", "pci"),
            VramTotal = Reading.Of(Bytes.FromMiB(mebibytes), "nvidia-smi"),
        };
        var match = GpuMatcher.Match(gpu, default, default, ShippedCatalogTests.Shipped.Value);
        Assert.That(match.Outcome, Is.EqualTo(MatchOutcome.Unknown));
        Assert.That(match.Draft!.Missing, Is.Empty);

        var load = CatalogReader.Read([new TextFile("draft.yaml", match.Draft.ToYaml())]);
        Assert.That(load.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        var card = load.Catalog.Gpus.Items.Single();
        var like = ShippedCatalogTests.Shipped.Value.Gpus.Find(original)!;
        Assert.Multiple(() =>
        {
            Assert.That(card.Vram.GiB, Is.EqualTo(Math.Ceiling(mebibytes / 1024.0)));
            Assert.That(card.Bandwidth, Is.EqualTo(like.Bandwidth));
            Assert.That(card.Architecture, Is.EqualTo(like.Architecture));
            Assert.That(card.Fp16!.Value.Value, Is.EqualTo(like.Fp16!.Value.Value).Within(1e9));
            Assert.That(card.MatrixUnits, Is.EqualTo(like.MatrixUnits));
            Assert.That(card.ComputeCapability, Is.EqualTo(like.ComputeCapability));
            Assert.That(card.Backends, Is.EqualTo(like.Backends));
        });
    }
}
