using System.Globalization;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Tests.Goldens;

/// <summary>The parts that the golden table names, by their specifications; "3090@900" is one at a price in USD.</summary>
internal static class GoldenParts
{
    private static readonly Gpu Rtx3090 = TestRigs.Rtx3090 with { TransientFactor = 1.8 };

    private static readonly Gpu Rtx4090 = TestRigs.Gpu("rtx-4090", "NVIDIA GeForce RTX 4090", "nvidia", "ada-lovelace", 24, 1008, 330.4, 82.6, 450, ["cuda", "vulkan"]);

    private static readonly Cpu Desktop = TestRigs.I9_10900X;

    private static readonly Psu Atx3 = new() { Id = "atx3", Name = "ATX 3.0 supply", Power = Watts.FromValue(1000), AtxVersion = 3.0, Efficiency = PsuEfficiency.Gold };

    private static readonly Dictionary<string, Part> Parts = new()
    {
        ["3090"] = Rtx3090,
        ["3090spiky"] = Rtx3090 with { TransientFactor = 2.2 },
        ["3090x1"] = Rtx3090 with { Pcie = new PcieLink(3, 1) },
        ["4090"] = Rtx4090,
        ["4070"] = TestRigs.Rtx4070,
        ["3060"] = TestRigs.Rtx3060_8GB,
        ["cpu"] = Desktop,
        ["cpu165"] = Desktop,
        ["3700x"] = TestRigs.Cpu("AMD Ryzen 7 3700X", 8, 2, MemoryType.Ddr4, 3200),
        ["ram16"] = TestRigs.Kit(MemoryType.Ddr4, 4, 4, 2933),
        ["ram128"] = TestRigs.Kit(MemoryType.Ddr4, 4, 32, 2933),
        ["ram4x16"] = TestRigs.Kit(MemoryType.Ddr4, 4, 16, 2933),
        ["ram3200"] = TestRigs.Kit(MemoryType.Ddr4, 2, 16, 3200),
        ["nvme4"] = TestRigs.Nvme,
        ["nvme3"] = TestRigs.Nvme with { Pcie = new PcieLink(3, 4) },
        ["nvme5"] = TestRigs.Nvme with { Pcie = new PcieLink(5, 4), Read = BytesPerSecond.FromGigabytes(14) },
        ["sata"] = TestRigs.Nvme with { Interface = SsdInterface.Sata, Pcie = null, Read = BytesPerSecond.FromGigabytes(0.55) },
        ["psu3"] = Atx3,
        ["psu2"] = Atx3 with { AtxVersion = 2.4, Efficiency = PsuEfficiency.Platinum },
    };

    /// <summary>The rig of parts that are joined by "+".</summary>
    public static Rig Rig(string text)
    {
        var parts = text.Split('+').Select(Find).ToArray();
        return new Rig
        {
            Gpus = [.. parts.OfType<Gpu>()],
            Cpu = parts.OfType<Cpu>().SingleOrDefault(),
            Memory = [.. parts.OfType<MemoryKit>()],
            Ssds = [.. parts.OfType<Ssd>()],
            Psu = parts.OfType<Psu>().SingleOrDefault(),
        };
    }

    private static Part Find(string text)
    {
        var words = text.Split('@');
        var part = Parts[words[0]];
        return words.Length == 1 ? part : part with { Price = new Price(Money.FromUsd(decimal.Parse(words[1], CultureInfo.InvariantCulture)), null, PartCondition.Used) };
    }
}
