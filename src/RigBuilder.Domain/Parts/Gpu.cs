using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A graphics card, accelerator, or the GPU of an APU with its share of system memory.</summary>
public sealed record Gpu : Part
{
    /// <inheritdoc/>
    public override PartKind Kind => PartKind.Gpu;

    /// <summary>Maker of the chip: "nvidia", "amd", "intel".</summary>
    public required string Vendor { get; init; }

    /// <summary>PCI vendor and device ids ("10de:2204") under which the card appears; cards that share a chip may share an id.</summary>
    public ImmutableArray<string> PciIds { get; init; } = [];

    /// <summary>Names of the processors that it is part of; their other names tell it where the driver says no more than "Radeon Graphics".</summary>
    public ImmutableArray<string> Processors { get; init; } = [];

    /// <summary>Market segment; a laptop GPU is never the desktop card of the same number.</summary>
    public GpuSegment Segment { get; init; }

    /// <summary>Chip architecture in kebab-case ("ada-lovelace", "rdna-3"); keys the calibration.</summary>
    public required string Architecture { get; init; }

    /// <summary>CUDA compute capability ("8.6"), null for other vendors.</summary>
    public string? ComputeCapability { get; init; }

    /// <summary>llama.cpp backends that run on it, best first: "cuda", "rocm", "vulkan", "sycl", "metal".</summary>
    public ImmutableArray<string> Backends { get; init; } = [];

    /// <summary>Video memory (binary units). For unified memory: the most that can be given to the GPU.</summary>
    public required Bytes Vram { get; init; }

    /// <summary>Peak memory bandwidth by specification.</summary>
    public required BytesPerSecond Bandwidth { get; init; }

    /// <summary>Dense FP16 rate (tensor or matrix units where the chip has them); see <see cref="Fp16Basis"/>. Null when unknown.</summary>
    public Flops? Fp16 { get; init; }

    /// <summary>What <see cref="Fp16"/> counts, in words.</summary>
    public string? Fp16Basis { get; init; }

    /// <summary>FP32 shader rate. Null when unknown.</summary>
    public Flops? Fp32 { get; init; }

    /// <summary>Which matrix units the chip has.</summary>
    public MatrixUnits MatrixUnits { get; init; }

    /// <summary>Board power (TDP, TBP). Null when unknown.</summary>
    public Watts? BoardPower { get; init; }

    /// <summary>Lowest power limit that the driver takes. Null when unknown.</summary>
    public Watts? LeastPowerLimit { get; init; }

    /// <summary>Power limit of this very card in its rig; null for its own. Never in a catalog.</summary>
    public Watts? PowerLimit { get; init; }

    /// <summary>Link of this very card in its rig, behind a riser or a bifurcated slot; null for that of its slot. Never in a catalog.</summary>
    public PcieLink? Link { get; init; }

    /// <summary>Millisecond peaks as a multiple of board power, 1.0 or more (1.0 = none known).</summary>
    public double TransientFactor { get; init; } = 1.0;

    /// <summary>Host link. Null when unknown or when the GPU is part of the CPU.</summary>
    public PcieLink? Pcie { get; init; }

    /// <summary>Height of the card in expansion slots (2, 2.5, 3 …). Null when unknown.</summary>
    public double? Slots { get; init; }

    /// <summary>Length of a typical board. Null when unknown.</summary>
    public Millimetres? Length { get; init; }

    /// <summary>Power inputs that must all be connected; empty when the slot feeds the card.</summary>
    public ImmutableArray<ConnectorCount> Connectors { get; init; } = [];

    /// <summary>How the card is cooled.</summary>
    public GpuCooling Cooling { get; init; }

    /// <summary>Whether its memory is the system's memory (APU, DGX Spark).</summary>
    public bool UnifiedMemory { get; init; }

    /// <summary>What it may take of the memory that is fitted in its rig; null for memory of its own, or where the RAM is not named. Never in a catalog.</summary>
    public MemoryShare? Share { get; init; }

    /// <summary>Whether the memory that it shares is not named, so that the most that it can be given stands for it. NVIDIA's modules have one size.</summary>
    public bool MemoryIsAssumed => UnifiedMemory && Share is null && Vendor != "nvidia";

    /// <summary>Whether it needs no expansion slot because it is part of the processor or of a whole machine.</summary>
    public bool Integrated { get; init; }
}

/// <summary>Market segment of a GPU.</summary>
public enum GpuSegment
{
    /// <summary>Consumer desktop card.</summary>
    Desktop,

    /// <summary>Workstation card.</summary>
    Workstation,

    /// <summary>Server accelerator; often without fans.</summary>
    Datacenter,

    /// <summary>Soldered laptop GPU.</summary>
    Laptop,

    /// <summary>Part of a processor or of a whole machine.</summary>
    Integrated,
}

/// <summary>How a card gets rid of its heat.</summary>
public enum GpuCooling
{
    /// <summary>Fans that blow into the case.</summary>
    OpenAir,

    /// <summary>Radial fan that blows out of the case.</summary>
    Blower,

    /// <summary>No fan: needs a server's air flow or an added shroud.</summary>
    Passive,

    /// <summary>Liquid cooled.</summary>
    Liquid,
}

/// <summary>Matrix multiplication hardware of a GPU.</summary>
public enum MatrixUnits
{
    /// <summary>None.</summary>
    None,

    /// <summary>NVIDIA tensor cores.</summary>
    TensorCores,

    /// <summary>AMD RDNA 3 and later WMMA.</summary>
    Wmma,

    /// <summary>AMD CDNA matrix cores.</summary>
    MatrixCores,

    /// <summary>Intel XMX.</summary>
    Xmx,
}
