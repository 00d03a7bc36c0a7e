using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Domain.Models;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Yaml.Calibrations;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Prediction.Tests;

/// <summary>Parts by their specifications, and the shipped calibration.</summary>
internal static class TestRigs
{
    public static Calibration Calibration { get; } = Load();

    public static Forecaster Forecaster { get; } = new(Calibration);

    public static Gpu Rtx3090 { get; } = Gpu("rtx-3090", "NVIDIA GeForce RTX 3090", "nvidia", "ampere", 24, 936.2, 142.4, 35.6, 350, ["cuda", "vulkan"]);

    public static Gpu Rtx4070 { get; } = Gpu("rtx-4070", "NVIDIA GeForce RTX 4070", "nvidia", "ada-lovelace", 12, 504, 116.4, 29.1, 200, ["cuda", "vulkan"]);

    public static Gpu Rtx3060_8GB { get; } = Gpu("rtx-3060-8gb", "NVIDIA GeForce RTX 3060 8GB", "nvidia", "ampere", 8, 240, 50.8, 12.7, 170, ["cuda", "vulkan"]);

    public static Gpu Rx7900Xtx { get; } = Gpu("rx-7900-xtx", "AMD Radeon RX 7900 XTX", "amd", "rdna-3", 24, 960, 122.8, 61.4, 355, ["rocm", "vulkan"]);

    public static Cpu I9_10900X { get; } = new()
    {
        Id = "core-i9-10900x",
        Name = "Intel Core i9-10900X",
        Vendor = "intel",
        Socket = "LGA2066",
        Cores = 10,
        Threads = 20,
        BaseClock = Frequency.FromGigahertz(3.7),
        BoostClock = Frequency.FromGigahertz(4.5),
        Tdp = Watts.FromValue(165),
        Memory = [new MemorySupport(MemoryType.Ddr4, TransferRate.FromMegaTransfers(2933))],
        MemoryChannels = 4,
        Avx512 = true,
        Pcie = new PcieLanes(3, 48),
    };

    public static Ssd Nvme { get; } = new()
    {
        Id = "nvme",
        Name = "NVMe drive",
        Capacity = Bytes.FromGigabytes(2000),
        Interface = SsdInterface.NvmeM2,
        Pcie = new PcieLink(4, 4),
        Read = BytesPerSecond.FromGigabytes(7.45),
    };

    public static MemoryKit Kit(MemoryType type, int modules, int gibibytes, double speed) => new()
    {
        Id = $"{modules}x{gibibytes}-{speed}",
        Name = $"{modules} x {gibibytes} GB",
        Type = type,
        Modules = modules,
        ModuleSize = Bytes.FromGiB(gibibytes),
        Speed = TransferRate.FromMegaTransfers(speed),
    };

    public static Cpu Cpu(string name, int cores, int channels, MemoryType type, double official) => new()
    {
        Id = name,
        Name = name,
        Vendor = "any",
        Socket = "any",
        Cores = cores,
        Threads = 2 * cores,
        BaseClock = Frequency.FromGigahertz(3.6),
        BoostClock = Frequency.FromGigahertz(4.4),
        Memory = [new MemorySupport(type, TransferRate.FromMegaTransfers(official))],
        MemoryChannels = channels,
    };

    public static Gpu Gpu(
        string id, string name, string vendor, string architecture, double vram, double bandwidth, double? fp16, double? fp32, double? power, string[] backends) => new()
        {
            Id = id,
            Name = name,
            Vendor = vendor,
            Architecture = architecture,
            Vram = Bytes.FromGiB(vram),
            Bandwidth = BytesPerSecond.FromGigabytes(bandwidth),
            Fp16 = fp16 is { } half ? Flops.FromTera(half) : null,
            Fp32 = fp32 is { } single ? Flops.FromTera(single) : null,
            BoardPower = power is { } watts ? Watts.FromValue(watts) : null,
            Backends = [.. backends],
            Pcie = new PcieLink(4, 16),
        };

    public static Quest Quest(LlmModel model, string quant, int context = 512) => new() { Model = model, Quant = TestModels.Quant(quant), Context = context };

    private static Calibration Load()
    {
        var file = new DiskFiles().Read(Path.Combine(AppContext.BaseDirectory, "catalog", "calibration.yaml"), out _);
        var load = CalibrationReader.Read(file!);
        return load.Calibration ?? throw new InvalidOperationException(string.Join('\n', load.Diagnostics.Select(d => d.Message)));
    }
}
