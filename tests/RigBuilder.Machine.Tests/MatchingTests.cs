using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Rendering;
using RigBuilder.Machine.Reports;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Machine.Tests;

/// <summary>Recognising hardware in a catalog.</summary>
public sealed class MatchingTests
{
    private static Gpu Card(string id, string name, double gib, GpuSegment segment = GpuSegment.Desktop, string vendor = "nvidia", params ImmutableArray<string> pci) => new()
    {
        Id = id,
        Name = name,
        Vendor = vendor,
        Architecture = "any",
        Vram = Bytes.FromGiB(gib),
        Bandwidth = BytesPerSecond.FromGigabytes(100),
        Segment = segment,
        PciIds = pci,
    };

    private static MemoryKit Kit(string id, int modules, double gib, double speed, bool ecc = false, bool registered = false, params ImmutableArray<string> aliases) => new()
    {
        Id = id,
        Name = id,
        Type = MemoryType.Ddr4,
        Modules = modules,
        ModuleSize = Bytes.FromGiB(gib),
        Speed = TransferRate.FromMegaTransfers(speed),
        Ecc = ecc,
        Registered = registered,
        Aliases = aliases,
    };

    private static Catalog Of(params Part[] parts) => new(parts, [], []);

    private static GpuReport Found(string? name, double? gib = null, string? pci = null) => new()
    {
        Name = Reading.OfText(name, "nvidia-smi"),
        VramTotal = gib is { } size ? Reading.Of(Bytes.FromGiB(size), "nvidia-smi") : default,
        PciId = Reading.OfText(pci, "pci"),
        Vendor = Reading.Of("nvidia", "pci"),
    };

    [TestCase("AMD Ryzen AI 5 340 w/ Radeon 840M", "amd", 6, 1, 2, "my-ryzen-ai-5-340", 6, 2)]
    [TestCase("Intel(R) Xeon(R) CPU E5-2667 v2 @ 3.30GHz", "intel", 16, 2, 8, "my-xeon-e5-2667-v2", 8, 4)]
    public void Cpu_ThatTheCatalogLacks_IsDraftedPerSocketFromTheMemoryInUse(string name, string vendor, int cores, int sockets, int channels, string id, int each, int channelsEach)
    {
        var machine = MachineReport.Empty with
        {
            Board = new BoardReport { Portable = Reading.Of(true, "chassis") },
            Memory = new MemoryReport
            {
                ChannelsPopulated = Reading.Derived(channels, "dmidecode"),
                Modules = [new MemoryModule { Type = Reading.Of(MemoryType.Ddr5, "dmidecode"), ConfiguredSpeed = Reading.Of(TransferRate.FromMegaTransfers(4800), "dmidecode") }],
            },
        };
        var cpu = new CpuReport { Name = Reading.Of(name, "test"), Vendor = Reading.Of(vendor, "test"), Cores = Reading.Of(cores, "test"), Threads = Reading.Of(2 * cores, "test"), Sockets = Reading.Of(sockets, "test") };
        var match = CpuMatcher.Match(cpu, Catalog.Empty, machine);
        var drafted = CatalogReader.Read([new TextFile("draft.yaml", match.Draft!.ToYaml())]).Catalog.Cpus.Find(id)!;
        Assert.Multiple(() =>
        {
            Assert.That(match.Draft.Missing, Is.Empty);
            Assert.That(match.Count, Is.EqualTo(sockets));
            Assert.That((drafted.Cores, drafted.Threads, drafted.MemoryChannels), Is.EqualTo((each, 2 * each, channelsEach)));
            Assert.That(drafted.Memory.Single().MaxSpeed.MegaTransfers, Is.EqualTo(4800));
        });
    }

    [Test]
    public void Gpu_VariantsWithoutMemorySize_AreAmbiguous()
    {
        var match = GpuMatcher.Match(Found("NVIDIA GeForce RTX 3060"), default, default, Of(Card("a", "NVIDIA GeForce RTX 3060", 12), Card("b", "NVIDIA GeForce RTX 3060 8GB", 8)));
        Assert.Multiple(() =>
        {
            Assert.That(match.Outcome, Is.EqualTo(MatchOutcome.Ambiguous));
            Assert.That(match.Candidates, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(match.RawName, Is.EqualTo("NVIDIA GeForce RTX 3060"));
        });
    }

    [Test]
    public void Gpu_LaptopVariant_NeverMatchesTheDesktopCard()
    {
        var catalog = Of(Card("desktop", "NVIDIA GeForce RTX 4090", 16));
        Assert.That(GpuMatcher.Match(Found("NVIDIA GeForce RTX 4090 Laptop GPU", 16), default, default, catalog).Outcome, Is.EqualTo(MatchOutcome.Unknown));
    }

    [Test]
    public void Gpu_UnmarkedInALaptop_IsAmbiguous()
    {
        var match = GpuMatcher.Match(Found("NVIDIA GeForce GTX 1060", 6), Reading.Of(true, "chassis"), default, Of(Card("gtx", "NVIDIA GeForce GTX 1060", 6)));
        Assert.Multiple(() =>
        {
            Assert.That(match.Outcome, Is.EqualTo(MatchOutcome.Ambiguous));
            Assert.That(match.Candidates, Is.EqualTo(new[] { "gtx" }));
        });
    }

    [TestCase("NVIDIA GeForce RTX 40", "NVIDIA GeForce RTX 4090")]
    [TestCase("NVIDIA GeForce RTX 4090", "NVIDIA GeForce RTX 4090 D")]
    [TestCase("NVIDIA GeForce RTX 4070 Ti SUPER", "NVIDIA GeForce RTX 4070 Ti")]
    [TestCase("RTX A4000", "Quadro RTX 4000")]
    public void Gpu_PartOfAName_IsNoMatch(string found, string entry) =>
        Assert.That(GpuMatcher.Match(Found(found, 24), default, default, Of(Card("x", entry, 24))).Outcome, Is.EqualTo(MatchOutcome.Unknown));

    [Test]
    public void Gpu_WithoutName_IsFoundByItsPciId()
    {
        var catalog = Of(Card("right", "NVIDIA GeForce RTX 3090", 24, pci: "10de:2204"), Card("other", "NVIDIA GeForce RTX 3080", 10, pci: "10de:2206"));
        Assert.Multiple(() =>
        {
            Assert.That(GpuMatcher.Match(Found(null, 24, "10de:2204"), default, default, catalog).PartId, Is.EqualTo("right"));
            Assert.That(GpuMatcher.Match(Found(null, 24, "10de:9999"), default, default, catalog).Outcome, Is.EqualTo(MatchOutcome.Unknown));
        });
    }

    [Test]
    public void Gpu_NameTheDriverReports_BeatsThePciId() =>
        Assert.That(
            GpuMatcher.Match(Found("NVIDIA CMP 90HX", 10, "10de:2206"), default, default, Of(Card("x", "NVIDIA GeForce RTX 3080", 10, pci: "10de:2206"))).Outcome,
            Is.EqualTo(MatchOutcome.Unknown));

    [Test]
    public void Gpu_SharedChip_IsSettledByPciIdAmongItsNames()
    {
        var found = Found("GA102 [GeForce RTX 3080 / GeForce RTX 3090]", null, "10de:2204");
        var catalog = Of(Card("right", "NVIDIA GeForce RTX 3090", 24, pci: "10de:2204"), Card("other", "NVIDIA GeForce RTX 3080", 10));
        Assert.That(GpuMatcher.Match(found, default, default, catalog).PartId, Is.EqualTo("right"));
    }

    [Test]
    public void Gpu_VariantWhoseIdStandsAtTheOther_IsSettledByMemorySize()
    {
        var catalog = Of(Card("big", "NVIDIA GeForce RTX 3060", 12, pci: "10de:2504"), Card("small", "NVIDIA GeForce RTX 3060 8GB", 8));
        Assert.That(GpuMatcher.Match(Found("NVIDIA GeForce RTX 3060", 8, "10de:2504"), default, default, catalog).PartId, Is.EqualTo("small"));
    }

    [Test]
    public void Gpu_OfARaisedMemorySize_IsUnknownWithTheCandidateNamed()
    {
        var match = GpuMatcher.Match(Found("NVIDIA GeForce RTX 2080 Ti", 22), default, default, Of(Card("ti", "NVIDIA GeForce RTX 2080 Ti", 11)));
        Assert.Multiple(() =>
        {
            Assert.That(match.Outcome, Is.EqualTo(MatchOutcome.Unknown));
            Assert.That(match.Candidates, Is.EqualTo(new[] { "ti" }));
            Assert.That(match.Note, Does.Contain("11 GiB").And.Contain("22 GiB"));
            Assert.That(match.Draft!.Fields.Single(f => f.Key == "vram").Value, Is.EqualTo("22 GiB"));
        });
    }

    [Test]
    public void Machine_WithTwoEqualCards_HoldsOneSelectionOfTwo()
    {
        var match = MachineMatcher.Match(LinuxProbeTests.Probe("dual-3090-threadripper"), Of(Card("rtx-3090", "NVIDIA GeForce RTX 3090", 24), Kit("rdimm", 4, 16, 3200, ecc: true, registered: true)));
        Assert.Multiple(() =>
        {
            Assert.That(match.Build[PartKind.Gpu].Single().PartId, Is.EqualTo("rtx-3090"));
            Assert.That(match.Build[PartKind.Gpu].Single().Count, Is.EqualTo(2));
            Assert.That(match.Build[PartKind.Memory].Single().PartId, Is.EqualTo("rdimm"));
            Assert.That(match.Parts.Single(p => p.RawName.StartsWith("ASPEED", StringComparison.Ordinal)).Outcome, Is.EqualTo(MatchOutcome.LeftOut));
            Assert.That(match.Parts.Single(p => p.RawName.StartsWith("WDC", StringComparison.Ordinal)).Outcome, Is.EqualTo(MatchOutcome.LeftOut));
            Assert.That(match.Build[PartKind.Cpu].Single().PartId, Is.EqualTo("my-ryzen-threadripper-pro-5975wx"), "an unknown part is kept under its draft's id");
            Assert.That(match.Build[PartKind.Psu], Is.Empty);
        });
    }

    [Test]
    public void Laptop_IntegratedGraphics_IsLeftOut()
    {
        var match = MachineMatcher.Match(LinuxProbeTests.Probe("laptop-4060"), Of(Card("l", "NVIDIA GeForce RTX 4060 Laptop GPU", 8, GpuSegment.Laptop), Card("d", "NVIDIA GeForce RTX 4060", 8)));
        Assert.Multiple(() =>
        {
            Assert.That(match.Parts.Where(p => p.Kind == PartKind.Gpu).Select(p => p.Outcome), Is.EqualTo(new[] { MatchOutcome.LeftOut, MatchOutcome.Matched }));
            Assert.That(match.Build[PartKind.Gpu].Single().PartId, Is.EqualTo("l"));
            Assert.That(match.Build[PartKind.Memory], Is.Empty, "unknown modules are no kit");
        });
    }

    [Test]
    public void Memory_MixedModules_AreTwoGroups()
    {
        var report = LinuxProbeTests.Probe("mixed-dimms");
        var matches = MemoryMatcher.Match(report.Memory, Of(Kit("two-16", 2, 16, 3600), Kit("one-8", 1, 8, 3600), Kit("ecc", 2, 8, 3600, ecc: true)));
        Assert.Multiple(() =>
        {
            Assert.That(matches.Select(m => (m.PartId, m.Count)), Is.EquivalentTo(new[] { ("two-16", 1), ("one-8", 2) }));
            Assert.That(matches[0].Note, Does.Contain("runs at 2,133 MT/s instead of 3,600 MT/s"));
        });
    }

    [Test]
    public void Memory_KitWithThePartNumber_IsPreferred()
    {
        var report = LinuxProbeTests.Probe("mixed-dimms");
        var matches = MemoryMatcher.Match(report.Memory, Of(Kit("generic", 2, 16, 3600), Kit("exact", 2, 16, 3600, aliases: "CMK32GX4M2D3600C18")));
        Assert.That(matches.Select(m => m.PartId), Does.Contain("exact").And.Not.Contain("generic"));
    }

    private static MemoryReport Modules(int count)
    {
        var module = new MemoryModule
        {
            Type = Reading.Of(MemoryType.Ddr4, "t"),
            Size = Reading.Of(Bytes.FromGiB(16), "t"),
            RatedSpeed = Reading.Of(TransferRate.FromMegaTransfers(3200), "t"),
        };
        return new MemoryReport { Modules = [.. Enumerable.Repeat(module, count)] };
    }

    [TestCase(1, 0)]
    [TestCase(2, 1)]
    [TestCase(3, 0)]
    [TestCase(4, 2)]
    [TestCase(5, 0)]
    public void Memory_ModulesThatMakeNoWholeKits_AreUnknown(int modules, int kits)
    {
        var match = MemoryMatcher.Match(Modules(modules), Of(Kit("pair", 2, 16, 3200))).Single();
        if (kits == 0) Assert.That(match.Outcome, Is.EqualTo(MatchOutcome.Unknown));
        else Assert.That((match.PartId, match.Count), Is.EqualTo(("pair", kits)));
    }

    [Test]
    public void Memory_OneLargeKit_IsPreferredToSeveralSmallOnes()
    {
        var catalog = Of(Kit("single", 1, 16, 3200), Kit("four", 4, 16, 3200), Kit("pair", 2, 16, 3200));
        var match = MemoryMatcher.Match(Modules(4), catalog).Single();
        Assert.That((match.PartId, match.Count), Is.EqualTo(("four", 1)));
    }

    [Test]
    public void Board_MakersNames_AreTheOnesOnTheBox()
    {
        var board = new Motherboard
        {
            Id = "tomahawk",
            Name = "MSI MAG B550 Tomahawk",
            Socket = "AM4",
            Chipset = "B550",
            FormFactor = FormFactor.Atx,
            MemoryType = MemoryType.Ddr4,
            MemorySlots = 4,
            MemoryChannels = 2,
        };
        var report = new BoardReport { Vendor = Reading.Of("Micro-Star International Co., Ltd.", "dmi"), Name = Reading.Of("MAG B550 TOMAHAWK (MS-7C91)", "dmi") };
        Assert.Multiple(() =>
        {
            Assert.That(BoardMatcher.Match(report, Of(board)).PartId, Is.EqualTo("tomahawk"));
            Assert.That(BoardMatcher.Match(report with { Name = Reading.Of("MAG B550 TOMAHAWK MAX WIFI", "dmi") }, Of(board)).Outcome, Is.EqualTo(MatchOutcome.Unknown));
        });
    }

    [Test]
    public void Drive_ModelAndCapacity_BothCount()
    {
        Ssd Drive(string id, string name, double gb) => new()
        {
            Id = id,
            Name = name,
            Capacity = Bytes.FromGigabytes(gb),
            Interface = SsdInterface.NvmeM2,
            Read = BytesPerSecond.FromGigabytes(7),
        };
        var catalog = Of(Drive("p1", "Samsung 990 PRO 1 TB", 1000), Drive("p2", "Samsung 990 PRO 2 TB", 2000));
        var found = LinuxProbeTests.Probe("dual-3090-threadripper").Drives[0];
        Assert.Multiple(() =>
        {
            Assert.That(DriveMatcher.Match(found, catalog).PartId, Is.EqualTo("p2"));
            Assert.That(DriveMatcher.Match(found with { Size = Reading.Of(Bytes.FromGigabytes(4000), "t") }, catalog).Outcome, Is.EqualTo(MatchOutcome.Unknown));
        });
    }

    [TestCase(1920, "p2")]
    [TestCase(2090, "p2")]
    [TestCase(1890, null)]
    [TestCase(2110, null)]
    [TestCase(1500, null)]
    public void Drive_OfAnotherCapacity_MayDifferByAFewPercentOnly(double gigabytes, string? id)
    {
        var drive = new Ssd
        {
            Id = "p2",
            Name = "Samsung 990 PRO 2 TB",
            Capacity = Bytes.FromGigabytes(2000),
            Interface = SsdInterface.NvmeM2,
            Read = BytesPerSecond.FromGigabytes(7),
        };
        var found = LinuxProbeTests.Probe("dual-3090-threadripper").Drives[0] with { Size = Reading.Of(Bytes.FromGigabytes(gigabytes), "t") };
        var match = DriveMatcher.Match(found, Of(drive));
        Assert.That(match.Outcome, Is.EqualTo(id is null ? MatchOutcome.Unknown : MatchOutcome.Matched));
        if (id is not null) Assert.That(match.PartId, Is.EqualTo(id));
    }

    [Test]
    public void Text_OfAMatch_ShowsNotesCandidatesAndDrafts()
    {
        var lines = MachineMatchText.Lines(MachineMatcher.Match(LinuxProbeTests.Probe("mixed-dimms"), Of(Card("a", "NVIDIA GeForce RTX 3060 8GB", 8))));
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Some.StartsWith("  unknown  GPU: NVIDIA GeForce RTX 3060"));
            Assert.That(lines, Has.Some.Contains("candidates: a"));
            Assert.That(lines, Has.Some.EqualTo("Draft for your catalog folder, gpus/my-nvidia-geforce-rtx-3060-12-gb.yaml"));
            Assert.That(lines, Has.Some.Contains("vram: 12 GiB"));
            Assert.That(lines, Has.Some.Contains("bandwidth: 100 GB/s   # as NVIDIA GeForce RTX 3060 8GB"));
        });
    }
}
