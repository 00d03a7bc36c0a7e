namespace RigBuilder.Domain.Parts;

/// <summary>Memory technology.</summary>
public enum MemoryType
{
    /// <summary>DDR3.</summary>
    Ddr3,

    /// <summary>DDR4.</summary>
    Ddr4,

    /// <summary>DDR5.</summary>
    Ddr5,

    /// <summary>LPDDR5 or LPDDR5X, soldered.</summary>
    Lpddr5,
}
