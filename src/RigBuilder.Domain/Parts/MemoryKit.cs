using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A RAM kit: equal modules sold together.</summary>
public sealed record MemoryKit : Part
{
    /// <inheritdoc/>
    public override PartKind Kind => PartKind.Memory;

    /// <summary>Memory technology.</summary>
    public required MemoryType Type { get; init; }

    /// <summary>Number of modules in the kit.</summary>
    public required int Modules { get; init; }

    /// <summary>Size of one module.</summary>
    public required Bytes ModuleSize { get; init; }

    /// <summary>Rated data rate (XMP, EXPO or JEDEC).</summary>
    public required TransferRate Speed { get; init; }

    /// <summary>CAS latency in clocks. Null when unknown.</summary>
    public int? CasLatency { get; init; }

    /// <summary>Whether the modules carry ECC bits.</summary>
    public bool Ecc { get; init; }

    /// <summary>Whether the modules are registered (RDIMM).</summary>
    public bool Registered { get; init; }

    /// <summary>Size of the whole kit.</summary>
    public Bytes Capacity => ModuleSize * (long)Modules;
}

/// <summary>Memory technology.</summary>
public enum MemoryType
{
    /// <summary>DDR3.</summary>
    Ddr3,

    /// <summary>DDR4.</summary>
    Ddr4,

    /// <summary>DDR5.</summary>
    Ddr5,

    /// <summary>LPDDR4 or LPDDR4X, soldered.</summary>
    Lpddr4,

    /// <summary>LPDDR5 or LPDDR5X, soldered.</summary>
    Lpddr5,
}
