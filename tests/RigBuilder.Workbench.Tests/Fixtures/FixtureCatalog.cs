using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Models;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>A small catalog that never changes, so that screens of it can be compared.</summary>
public static class FixtureCatalog
{
    public static Catalog Catalog { get; } = new(
        [.. Gpus, .. Cpus, .. Boards, .. Memory, .. Ssds, .. Psus, .. Cases, .. Coolers],
        [Model("llama-7b", "LLaMA 7B", 6.74e9, 32, 4096, 2048), Model("llama-30b", "LLaMA 30B", 32.5e9, 60, 6656, 2048),
            Model("llama-65b", "LLaMA 65B", 65.2e9, 80, 8192, 2048), Model("mixtral-8x7b", "Mixtral 8x7B", 46.7e9, 32, 4096, 32768, 12.9e9)],
        [Quant("f16", 16), Quant("q8_0", 8.5), Quant("q5_k_m", 5.7), Quant("q4_k_m", 4.85), Quant("q4_0", 4.55), Quant("q2_k", 3.2)]);

    private static IEnumerable<Part> Gpus =>
    [
        Gpu("rtx-3060-12gb", "NVIDIA GeForce RTX 3060 12 GB", 12, 360, 170, 242, 289),
        Gpu("rtx-3090", "NVIDIA GeForce RTX 3090", 24, 936.2, 350, 313, 850, PartCondition.Used),
        Gpu("rtx-4070-ti", "NVIDIA GeForce RTX 4070 Ti", 12, 504.2, 285, 305, 749),
        Gpu("rtx-4090", "NVIDIA GeForce RTX 4090", 24, 1008, 450, 304, 2199),
        Gpu("rx-7900-xtx", "AMD Radeon RX 7900 XTX", 24, 960, 355, 287, 899),
        Gpu("rtx-5090", "NVIDIA GeForce RTX 5090", 32, 1792, 575, 370, 2899),
    ];

    private static IEnumerable<Part> Cpus =>
    [
        Cpu("ryzen-7-7700", "AMD Ryzen 7 7700", "AM5", 8, MemoryType.Ddr5, 5200, 2, 65, 289),
        Cpu("core-i9-10900x", "Intel Core i9-10900X", "LGA2066", 10, MemoryType.Ddr4, 2933, 4, 165, 450),
    ];

    private static IEnumerable<Part> Boards =>
    [
        Board("b650-tomahawk", "MSI MAG B650 Tomahawk WiFi", "AM5", "B650", MemoryType.Ddr5, 4, 2, 199),
        Board("x299-deluxe", "ASUS Prime X299-Deluxe II", "LGA2066", "X299", MemoryType.Ddr4, 8, 4, 489),
    ];

    private static IEnumerable<Part> Memory =>
    [
        Kit("ddr5-6000-2x32", "G.Skill Flare X5 64 GB DDR5-6000", MemoryType.Ddr5, 2, 32, 6000, 199),
        Kit("ddr5-6000-2x16", "G.Skill Flare X5 32 GB DDR5-6000", MemoryType.Ddr5, 2, 16, 6000, 105),
        Kit("ddr4-3600-4x16", "Corsair Vengeance LPX 64 GB DDR4-3600", MemoryType.Ddr4, 4, 16, 3600, 129),
    ];

    private static IEnumerable<Part> Ssds =>
    [
        new Ssd { Id = "samsung-990-pro-2tb", Name = "Samsung 990 Pro 2 TB", Capacity = Bytes.FromGigabytes(2000), Interface = SsdInterface.NvmeM2, Pcie = new PcieLink(4, 4), Read = BytesPerSecond.FromGigabytes(7.45), Price = Usd(169) },
        new Ssd { Id = "crucial-mx500-1tb", Name = "Crucial MX500 1 TB", Capacity = Bytes.FromGigabytes(1000), Interface = SsdInterface.Sata, Read = BytesPerSecond.FromGigabytes(0.56), Price = Usd(74) },
    ];

    private static IEnumerable<Part> Psus =>
    [
        Psu("corsair-rm650e", "Corsair RM650e", 650, 99), Psu("corsair-rm1000x", "Corsair RM1000x", 1000, 189), Psu("seasonic-prime-1600", "Seasonic Prime TX-1600", 1600, 549),
    ];

    private static IEnumerable<Part> Cases =>
    [
        Box("fractal-torrent", "Fractal Design Torrent", 461, 229), Box("cooler-master-nr200", "Cooler Master NR200", 300, 89),
    ];

    private static IEnumerable<Part> Coolers =>
    [
        new Cooler { Id = "noctua-nh-d15", Name = "Noctua NH-D15", Type = CoolerType.Air, Sockets = ["AM5", "LGA2066"], Height = Millimetres.FromValue(165), MaxTdp = Watts.FromValue(220), Price = Usd(109) },
    ];

    private static Price Usd(decimal amount, PartCondition condition = PartCondition.New) => new(Money.FromUsd(amount), "2026-10", condition);

    private static Gpu Gpu(string id, string name, double vram, double bandwidth, double watts, double length, decimal price, PartCondition condition = PartCondition.New) => new()
    {
        Id = id,
        Name = name,
        Vendor = name.StartsWith("AMD", StringComparison.Ordinal) ? "amd" : "nvidia",
        Architecture = "fixture",
        Vram = Bytes.FromGiB(vram),
        Bandwidth = BytesPerSecond.FromGigabytes(bandwidth),
        BoardPower = Watts.FromValue(watts),
        Length = Millimetres.FromValue(length),
        Price = Usd(price, condition),
        Source = "Fixture of the tests",
        Slots = 3,
    };

    private static Cpu Cpu(string id, string name, string socket, int cores, MemoryType type, double speed, int channels, double watts, decimal price) => new()
    {
        Id = id,
        Name = name,
        Vendor = name.StartsWith("AMD", StringComparison.Ordinal) ? "amd" : "intel",
        Socket = socket,
        Cores = cores,
        Threads = cores * 2,
        Memory = [new MemorySupport(type, TransferRate.FromMegaTransfers(speed))],
        MemoryChannels = channels,
        Tdp = Watts.FromValue(watts),
        Price = Usd(price),
    };

    private static Motherboard Board(string id, string name, string socket, string chipset, MemoryType type, int slots, int channels, decimal price) => new()
    {
        Id = id,
        Name = name,
        Socket = socket,
        Chipset = chipset,
        FormFactor = FormFactor.Atx,
        MemoryType = type,
        MemorySlots = slots,
        MemoryChannels = channels,
        Price = Usd(price),
    };

    private static MemoryKit Kit(string id, string name, MemoryType type, int modules, double size, double speed, decimal price) => new()
    {
        Id = id,
        Name = name,
        Type = type,
        Modules = modules,
        ModuleSize = Bytes.FromGiB(size),
        Speed = TransferRate.FromMegaTransfers(speed),
        Price = Usd(price),
    };

    private static Psu Psu(string id, string name, double watts, decimal price) => new()
    {
        Id = id,
        Name = name,
        Power = Watts.FromValue(watts),
        Efficiency = PsuEfficiency.Gold,
        AtxVersion = 3.0,
        Price = Usd(price),
    };

    private static PcCase Box(string id, string name, double length, decimal price) => new()
    {
        Id = id,
        Name = name,
        FormFactors = [FormFactor.MiniItx, FormFactor.Atx],
        GpuLength = Millimetres.FromValue(length),
        CoolerHeight = Millimetres.FromValue(180),
        ExpansionSlots = 7,
        Price = Usd(price),
    };

    private static LlmModel Model(string id, string name, double parameters, int layers, int hidden, int context, double? active = null) => new()
    {
        Id = id,
        Name = name,
        Family = "LLaMA",
        Architecture = "llama",
        Parameters = parameters,
        ActiveParameters = active ?? parameters,
        TrainedContext = context,
        Shape = new ModelShape { Layers = layers, Hidden = hidden, Heads = hidden / 128, KvHeads = hidden / 128, HeadDim = 128, Ffn = hidden * 8 / 3, Vocab = 32000 },
    };

    private static Quant Quant(string id, double bits) => new()
    {
        Id = id,
        Name = id.ToUpperInvariant(),
        BitsPerWeight = bits,
        Type = id,
        NominalBits = Math.Round(bits),
    };
}
