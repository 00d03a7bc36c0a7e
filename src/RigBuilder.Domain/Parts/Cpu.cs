using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A processor.</summary>
public sealed record Cpu : Part
{
    /// <inheritdoc/>
    public override PartKind Kind => PartKind.Cpu;

    /// <summary>Maker: "intel", "amd".</summary>
    public required string Vendor { get; init; }

    /// <summary>Socket as sold ("AM5", "LGA1700"); "BGA (mobile)" for soldered ones.</summary>
    public required string Socket { get; init; }

    /// <summary>Physical cores.</summary>
    public required int Cores { get; init; }

    /// <summary>Hardware threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Base clock (performance cores). Null when unknown.</summary>
    public Frequency? BaseClock { get; init; }

    /// <summary>Highest single-core clock. Null when unknown.</summary>
    public Frequency? BoostClock { get; init; }

    /// <summary>Rated thermal design power. Null when unknown.</summary>
    public Watts? Tdp { get; init; }

    /// <summary>Sustained turbo power (PL2, PPT) where it is above <see cref="Tdp"/>. Null when unknown.</summary>
    public Watts? TurboPower { get; init; }

    /// <summary>Memory types with their highest official data rate (one DIMM per channel).</summary>
    public required ImmutableArray<MemorySupport> Memory { get; init; }

    /// <summary>Memory channels of 64 bits.</summary>
    public required int MemoryChannels { get; init; }

    /// <summary>Largest memory. Null when unknown.</summary>
    public Bytes? MaxMemory { get; init; }

    /// <summary>
    /// Most that the links of its chiplets read from memory, all together, where that is below what the channels give: 32 bytes a clock of the
    /// fabric for each chiplet of Zen 2 to 5. Null where it is no limit or not known.
    /// </summary>
    public BytesPerSecond? ChipletBandwidth { get; init; }

    /// <summary>Generation and number of the CPU's own PCIe lanes. Null when unknown.</summary>
    public PcieLanes? Pcie { get; init; }

    /// <summary>Whether it has AVX-512.</summary>
    public bool Avx512 { get; init; }

    /// <summary>Whether it has AVX2.</summary>
    public bool Avx2 { get; init; } = true;

    /// <summary>Whether it is an x86 processor without AVX2; others have vector units of their own.</summary>
    public bool LacksAvx2 => !Avx2 && Vendor is ("intel" or "amd");

    /// <summary>Whether it can drive a display by itself. Null when unknown.</summary>
    public bool? IntegratedGraphics { get; init; }
}

/// <summary>A memory type with the highest official data rate.</summary>
/// <param name="Type">Memory technology.</param>
/// <param name="MaxSpeed">Highest official data rate with one DIMM per channel.</param>
/// <param name="MaxSpeedTwoPerChannel">Highest official data rate with two DIMMs per channel; null when unknown or the same.</param>
public sealed record MemorySupport(MemoryType Type, TransferRate MaxSpeed, TransferRate? MaxSpeedTwoPerChannel = null);
