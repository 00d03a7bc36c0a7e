namespace RigBuilder.Yaml.Catalogs;

/// <summary>What a catalog file can hold.</summary>
public enum CatalogKind
{
    /// <summary>Graphics cards.</summary>
    Gpu,

    /// <summary>Processors.</summary>
    Cpu,

    /// <summary>Motherboards.</summary>
    Motherboard,

    /// <summary>RAM kits.</summary>
    Memory,

    /// <summary>Drives.</summary>
    Ssd,

    /// <summary>Power supplies.</summary>
    Psu,

    /// <summary>Cases.</summary>
    Case,

    /// <summary>CPU coolers.</summary>
    Cooler,

    /// <summary>Machines that are bought whole.</summary>
    Machine,

    /// <summary>Language models.</summary>
    Model,

    /// <summary>Quantisations.</summary>
    Quant,

    /// <summary>Prices that stand apart from their parts.</summary>
    Price,
}
