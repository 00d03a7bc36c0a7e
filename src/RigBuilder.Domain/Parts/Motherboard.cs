using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A motherboard.</summary>
public sealed record Motherboard : Part
{
    /// <inheritdoc/>
    public override PartKind Kind => PartKind.Motherboard;

    /// <summary>CPU socket as sold ("AM5").</summary>
    public required string Socket { get; init; }

    /// <summary>Chipset ("B650").</summary>
    public required string Chipset { get; init; }

    /// <summary>Size.</summary>
    public required FormFactor FormFactor { get; init; }

    /// <summary>Memory technology of its slots.</summary>
    public required MemoryType MemoryType { get; init; }

    /// <summary>DIMM slots.</summary>
    public required int MemorySlots { get; init; }

    /// <summary>Memory channels it wires.</summary>
    public required int MemoryChannels { get; init; }

    /// <summary>Largest memory. Null when unknown.</summary>
    public Bytes? MaxMemory { get; init; }

    /// <summary>Highest data rate the maker lists (overclocked, one DIMM per channel). Null when unknown.</summary>
    public TransferRate? MaxMemorySpeed { get; init; }

    /// <summary>Whether it takes registered DIMMs (and only those).</summary>
    public bool RegisteredMemory { get; init; }

    /// <summary>PCIe slots from the CPU downwards.</summary>
    public ImmutableArray<PcieSlot> PcieSlots { get; init; } = [];

    /// <summary>M.2 sockets for drives.</summary>
    public ImmutableArray<M2Slot> M2Slots { get; init; } = [];

    /// <summary>SATA ports.</summary>
    public int SataPorts { get; init; }

    /// <summary>EPS 8-pin CPU power inputs.</summary>
    public int EpsConnectors { get; init; } = 1;

    /// <summary>Release years or names of CPU generations that need a newer BIOS than early boards shipped with, in words; null when none.</summary>
    public string? BiosNote { get; init; }

    /// <summary>CPUs released in this year or later may need a BIOS update; null when none do.</summary>
    public int? BiosUpdateFromYear { get; init; }
}

/// <summary>Board sizes, smallest first.</summary>
public enum FormFactor
{
    /// <summary>170 × 170 mm.</summary>
    MiniItx,

    /// <summary>244 × 244 mm.</summary>
    MicroAtx,

    /// <summary>305 × 244 mm.</summary>
    Atx,

    /// <summary>305 × up to 330 mm.</summary>
    Eatx,

    /// <summary>SSI-EEB, 305 × 330 mm with server mounting holes.</summary>
    SsiEeb,
}

/// <summary>A PCIe slot of a motherboard.</summary>
/// <param name="Size">Mechanical size in lanes (16 takes any card).</param>
/// <param name="Gen">Generation.</param>
/// <param name="Lanes">Electrical lanes when no sharing takes any away.</param>
/// <param name="Position">Expansion position counted from the top of an ATX board, 1–8; two slots' distance is the room for a card.</param>
/// <param name="FromCpu">Whether the lanes come from the CPU (else from the chipset).</param>
/// <param name="SharedLanes">Lanes left when <paramref name="SharesWith"/> is in use; null when nothing is shared.</param>
/// <param name="SharesWith">Position of the slot that takes lanes away when it is in use; null when none.</param>
public sealed record PcieSlot(int Size, int Gen, int Lanes, int Position, bool FromCpu = true, int? SharedLanes = null, int? SharesWith = null);

/// <summary>An M.2 socket.</summary>
/// <param name="Gen">PCIe generation.</param>
/// <param name="Lanes">Electrical lanes.</param>
/// <param name="FromCpu">Whether the lanes come from the CPU (else from the chipset).</param>
public sealed record M2Slot(int Gen, int Lanes, bool FromCpu = false);
