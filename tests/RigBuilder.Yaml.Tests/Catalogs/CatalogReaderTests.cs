using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Tests.Catalogs;

public class CatalogReaderTests
{
    private static readonly CatalogLoad Sample = CatalogReader.Read(SampleCatalog.Files);

    [Test]
    public void Sample_WithEveryKey_HasNoDiagnostics() =>
        Assert.That(Sample.Diagnostics.Select(DiagnosticText.Render), Is.Empty);

    [Test]
    public void Gpu_WithEveryKey_IsReadInFull()
    {
        var gpu = Sample.Catalog.Gpus.Find("rtx-3090")!;
        Assert.That(gpu with { Aliases = [], Backends = [], Connectors = [] }, Is.EqualTo(new Gpu
        {
            Id = "rtx-3090",
            Name = "NVIDIA GeForce RTX 3090",
            Vendor = "nvidia",
            Segment = GpuSegment.Desktop,
            Architecture = "ampere",
            ComputeCapability = "8.6",
            Vram = Bytes.FromGiB(24),
            Bandwidth = BytesPerSecond.FromGigabytes(936.2),
            Fp16 = Flops.FromTera(142),
            Fp16Basis = "tensor dense, FP16 accumulate = 4x FP32",
            Fp32 = Flops.FromTera(35.6),
            MatrixUnits = MatrixUnits.TensorCores,
            BoardPower = Watts.FromValue(350),
            TransientFactor = 1.8,
            Pcie = new PcieLink(4, 16),
            Slots = 2.5,
            Length = Millimetres.FromValue(313),
            Cooling = GpuCooling.Blower,
            Price = new Price(Money.FromUsd(1500.50m), "2025-07", PartCondition.Used),
            Released = 2020,
            Source = "NVIDIA",
            Note = "Two lines\nare fine.",
        } with
        { Aliases = [], Backends = [], Connectors = [], Prices = gpu.Prices }));
        Assert.That(gpu.Prices, Is.EqualTo(new[] { gpu.Price }));
        Assert.That(gpu.Aliases, Is.EqualTo(new[] { "GeForce RTX 3090", "RTX 3090" }));
        Assert.That(gpu.Backends, Is.EqualTo(new[] { "cuda", "vulkan" }));
        Assert.That(gpu.Connectors, Is.EqualTo(new[] { new ConnectorCount(PowerConnector.Pcie8Pin, 2), new ConnectorCount(PowerConnector.TwelveVhpwr, 1) }));
    }

    [Test]
    public void Price_InShortForm_IsNewWithoutDate() =>
        Assert.That(Sample.Catalog.Gpus.Find("rx-7900-xtx")!.Price, Is.EqualTo(new Price(Money.FromUsd(899), null, PartCondition.New)));

    [Test]
    public void Cpu_WithEveryKey_IsReadInFull()
    {
        var cpu = Sample.Catalog.Cpus.Find("ryzen-9-5900x")!;
        Assert.That((cpu.Vendor, cpu.Socket, cpu.Cores, cpu.Threads, cpu.MemoryChannels), Is.EqualTo(("amd", "AM4", 12, 24, 2)));
        Assert.That((cpu.BaseClock, cpu.BoostClock, cpu.Tdp, cpu.TurboPower), Is.EqualTo((Frequency.FromGigahertz(3.7), Frequency.FromGigahertz(4.8), Watts.FromValue(105), Watts.FromValue(142))));
        Assert.That(cpu.Memory, Is.EqualTo(new[] { new MemorySupport(MemoryType.Ddr4, TransferRate.FromMegaTransfers(3200), TransferRate.FromMegaTransfers(2933)) }));
        Assert.That((cpu.MaxMemory, cpu.Pcie, cpu.Avx512, cpu.Avx2, cpu.IntegratedGraphics), Is.EqualTo((Bytes.FromGiB(128), new PcieLanes(4, 24), false, true, (bool?)false)));
    }

    [Test]
    public void Motherboard_WithEveryKey_IsReadInFull()
    {
        var board = Sample.Catalog.Motherboards.Find("b650")!;
        Assert.That((board.FormFactor, board.MemoryType, board.MemorySlots, board.MemoryChannels, board.RegisteredMemory), Is.EqualTo((FormFactor.Eatx, MemoryType.Ddr5, 4, 2, false)));
        Assert.That((board.MaxMemory, board.MaxMemorySpeed, board.SataPorts, board.EpsConnectors), Is.EqualTo((Bytes.FromGiB(192), TransferRate.FromMegaTransfers(6400), 4, 2)));
        Assert.That(board.PcieSlots, Is.EqualTo(new[] { new PcieSlot(16, 4, 16, 2, true, 8, 5), new PcieSlot(16, 4, 8, 5, false) }));
        Assert.That(board.M2Slots, Is.EqualTo(new[] { new M2Slot(5, 4, true), new M2Slot(4, 4) }));
        Assert.That((board.BiosNote, board.BiosUpdateFromYear), Is.EqualTo(("Ryzen 9000 needs an update", 2024)));
    }

    [Test]
    public void OtherParts_WithEveryKey_AreReadInFull()
    {
        var catalog = Sample.Catalog;
        var kit = catalog.Memory.Find("kit")!;
        Assert.That((kit.Type, kit.Modules, kit.Capacity, kit.Speed.MegaTransfers, kit.CasLatency, kit.Ecc, kit.Registered), Is.EqualTo((MemoryType.Ddr5, 2, Bytes.FromGiB(32), 6000d, 30, true, true)));
        var ssd = catalog.Ssds.Find("fast")!;
        Assert.That((ssd.Capacity.Gigabytes, ssd.Interface, ssd.Pcie, ssd.Read.Gigabytes, ssd.Endurance!.Value.Gigabytes), Is.EqualTo((2000d, SsdInterface.NvmeM2, new PcieLink(4, 4), 7.45, 1_200_000d)));
        var psu = catalog.Psus.Find("kilowatt")!;
        Assert.That((psu.Power.Value, psu.Efficiency, psu.AtxVersion, psu.FormFactor, psu.Length!.Value.Value), Is.EqualTo((1000d, PsuEfficiency.Titanium, 3.1, PsuFormFactor.SfxL, 140d)));
        var box = catalog.Cases.Find("box")!;
        Assert.That((box.GpuLength.Value, box.CoolerHeight.Value, box.ExpansionSlots, box.PsuLength!.Value.Value, box.Radiator!.Value.Value, box.Airflow), Is.EqualTo((400d, 170d, 7, 220d, 360d, Airflow.High)));
        Assert.That(box.FormFactors, Is.EqualTo(new[] { FormFactor.MiniItx, FormFactor.SsiEeb }));
        Assert.That(box.PsuFormFactors, Is.EqualTo(new[] { PsuFormFactor.Atx, PsuFormFactor.Sfx }));
        var tower = catalog.Coolers.Find("tower")!;
        Assert.That((tower.Type, tower.Height!.Value.Value, tower.Radiator, tower.MaxTdp!.Value.Value), Is.EqualTo((CoolerType.Air, 165d, (Millimetres?)null, 250d)));
    }

    [Test]
    public void Model_WithEveryKey_IsReadInFull()
    {
        var model = Sample.Catalog.Models.Find("qwen3-30b-a3b")!;
        Assert.That((model.Parameters, model.ActiveParameters, model.TrainedContext, model.Architecture), Is.EqualTo((30.53e9, 3.35e9, 40960, "qwen3moe")));
        Assert.That(model.FileSizes["q4_k_m"], Is.EqualTo(Bytes.FromGigabytes(18.6)));
        Assert.That(model.Shape, Is.EqualTo(new ModelShape
        {
            Layers = 48,
            Hidden = 2048,
            Heads = 32,
            KvHeads = 4,
            HeadDim = 128,
            Ffn = 0,
            Vocab = 151936,
            TiedEmbeddings = true,
            Experts = new ExpertShape(128, 8, 768, 1, 2, 3),
            SlidingWindow = new SlidingWindow(1024, 10),
            Latent = new LatentAttention(512, 64, 1536, 127, 126),
            Recurrent = new RecurrentShape(12, 5_000_000_000),
        }));
    }

    [Test]
    public void Quant_WithEveryKey_IsReadInFull()
    {
        var quant = Sample.Catalog.Quants.Find("q4_k_m")!;
        Assert.That(quant with { Aliases = [] }, Is.EqualTo(new Quant
        {
            Id = "q4_k_m",
            Name = "Q4_K_M",
            Aliases = quant.Aliases,
            BitsPerWeight = 4.89,
            Type = "q4_k",
            OutputType = "q6_k",
            NominalBits = 4,
            PerplexityIncreasePercent = 0.5,
            Note = "Good.",
        } with
        { Aliases = [] }));
    }

    [Test]
    public void BadEntry_BetweenGoodOnes_HidesNone()
    {
        var load = Read(SampleCatalog.Gpus.Replace("vram: 24 GiB\n", "vram: 24 parsecs\n", StringComparison.Ordinal));
        Assert.That(load.Catalog.Gpus.Ids, Is.EqualTo(new[] { "rx-7900-xtx" }));
        Assert.That(load.Diagnostics, Has.Length.EqualTo(1));
    }

    [Test]
    public void BadFile_BesideGoodOnes_HidesNone()
    {
        var load = CatalogReader.Read([new TextFile("a.yaml", "gpus: [{"), .. SampleCatalog.Files]);
        Assert.That(load.Catalog.Gpus.Items, Has.Length.EqualTo(2));
        Assert.That(load.Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { "RB1002" }));
    }

    [Test]
    public void Entries_BeforeASyntaxError_AreKept()
    {
        var load = Read(SampleCatalog.Gpus + "\n  - { id: broken, name: 'oops }\n");
        Assert.That(load.Catalog.Gpus.Items, Has.Length.EqualTo(2));
        Assert.That(load.HasErrors);
    }

    [Test]
    public void DuplicateId_InOneRoot_PointsAtBothPlaces()
    {
        var load = CatalogReader.Read([new TextFile("a.yaml", SampleCatalog.Quants), new TextFile("b.yaml", SampleCatalog.Quants)]);
        Assert.That(load.Catalog.Quants.Items, Has.Length.EqualTo(1));
        Assert.That(DiagnosticText.Render(load.Diagnostics.Single()), Is.EqualTo("""
            b.yaml:2:11: error RB2002: the id 'q4_k_m' is already taken at a.yaml:2:11
              2 |   - { id: q4_k_m, name: Q4_K_M, bits_per_weight: 4.89, type: q4_k, output_type: q6_k, nominal_bits: 4, perplexity_increase_percent: 0.5, note: Good. }
                |           ^^^^^^
              help: give this entry another id, or remove one of the two
              why: ids name parts in rigs and overlays; this entry is left out
            """));
    }

    [Test]
    public void Name_OfTwoEntries_IsAWarningAndBothStay()
    {
        var load = Read("""
            quants:
              - { id: a, name: Q4, bits_per_weight: 4, type: q4_0, nominal_bits: 4 }
              - { id: b, name: other, aliases: [q-4], bits_per_weight: 4, type: q4_0, nominal_bits: 4 }
            """);
        Assert.That(load.Catalog.Quants.Items, Has.Length.EqualTo(2));
        Assert.That(load.Diagnostics.Single(), Has.Property("Code").EqualTo("RB2003").And.Property("Severity").EqualTo(DiagnosticSeverity.Warning)
            .And.Property("Message").EqualTo("the name 'q-4' of 'b' also belongs to 'a' at a.yaml:2:11"));
    }

    [Test]
    public void FileSize_OfUnknownQuant_IsAWarningWithSuggestion()
    {
        var load = CatalogReader.Read([new TextFile("q.yaml", SampleCatalog.Quants), new TextFile("m.yaml", SampleCatalog.Models.Replace("q4_k_m:", "q4_k_n:", StringComparison.Ordinal))]);
        Assert.That(load.Diagnostics.Single(), Has.Property("Code").EqualTo("RB2004").And.Property("Help").EqualTo("did you mean 'q4_k_m'?"));
    }

    [Test]
    public void Overlay_WithKnownId_ReplacesInPlaceAndKeepsOrigin()
    {
        var shipped = new TextFolder("catalog", [new TextFile("catalog/q.yaml", Quant("a", 4) + Quant("b", 5)[8..])], []);
        var overlay = new TextFolder("mine", [new TextFile("mine/q.yaml", "\n" + Quant("a", 8) + Quant("c", 6)[8..])], []);
        var load = CatalogReader.Read([shipped, overlay]);
        Assert.That(load.Diagnostics, Is.Empty);
        Assert.That(load.Catalog.Quants.Items.Select(q => (q.Id, q.NominalBits)), Is.EqualTo(new[] { ("a", 8d), ("b", 5d), ("c", 6d) }));
        Assert.That(load.Origins[new CatalogKey(CatalogKind.Quant, "a")].ToString(), Is.EqualTo("mine/q.yaml:3:11"));
        Assert.That(load.Origins[new CatalogKey(CatalogKind.Quant, "b")].ToString(), Is.EqualTo("catalog/q.yaml:3:11"));
    }

    [Test]
    public void Overlay_WithAnIdTwice_ReportsTheSecondAndKeepsTheFirst()
    {
        var shipped = new TextFolder("c", [new TextFile("c/q.yaml", Quant("a", 4))], []);
        var overlay = new TextFolder("m", [new TextFile("m/q.yaml", Quant("a", 8) + Quant("a", 6)[8..])], []);
        var load = CatalogReader.Read([shipped, overlay]);
        Assert.That(load.Diagnostics.Select(d => (d.Code, d.Message)), Is.EqualTo(new[] { ("RB2002", "the id 'a' is already taken at m/q.yaml:2:11") }));
        Assert.That(load.Catalog.Quants.Items.Single().NominalBits, Is.EqualTo(8));
    }

    [Test]
    public void Overlay_WithBadEntry_LeavesTheShippedOne()
    {
        var load = CatalogReader.Read([new TextFolder("c", [new TextFile("c/q.yaml", Quant("a", 4))], []), new TextFolder("m", [new TextFile("m/q.yaml", Quant("a", 99))], [])]);
        Assert.That(load.Catalog.Quants.Items.Single().NominalBits, Is.EqualTo(4));
        Assert.That(load.HasErrors);
    }

    [Test]
    public void Folder_ThatIsMissing_IsADiagnostic()
    {
        var load = new CatalogFolders(new DiskFiles()).Load("/no/such/folder", "/no/overlay/either");
        Assert.That(load.Diagnostics.Select(DiagnosticText.Render), Is.EqualTo(new[]
        {
            "/no/such/folder: error RB2005: the catalog folder is not there\n  help: give its path, or start rigbuilder from its own folder\n  why: without a catalog there are no parts to choose from",
        }));
        Assert.That(load.Catalog.Gpus.Items, Is.Empty);
    }

    private static string Quant(string id, int bits) => $"quants:\n  - {{ id: {id}, name: N {id}, bits_per_weight: 4, type: q4_0, nominal_bits: {bits} }}\n";

    private static CatalogLoad Read(string text) => CatalogReader.Read([new TextFile("a.yaml", text)]);
}
