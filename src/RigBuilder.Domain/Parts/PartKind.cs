namespace RigBuilder.Domain.Parts;

/// <summary>The kinds of parts, one per equipment slot, in the order of the equipment screen.</summary>
public enum PartKind
{
    /// <summary>Graphics card or accelerator.</summary>
    Gpu,

    /// <summary>Processor.</summary>
    Cpu,

    /// <summary>Motherboard.</summary>
    Motherboard,

    /// <summary>RAM kit.</summary>
    Memory,

    /// <summary>Solid-state drive.</summary>
    Ssd,

    /// <summary>Power supply.</summary>
    Psu,

    /// <summary>Case.</summary>
    Case,

    /// <summary>CPU cooler.</summary>
    Cooler,

    /// <summary>A machine that is bought whole and fills the other slots.</summary>
    Machine,
}
