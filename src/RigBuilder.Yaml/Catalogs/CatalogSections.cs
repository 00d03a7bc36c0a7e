using System.Collections.Immutable;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>Every kind of catalog file. Reader, "did you mean" and JSON Schemas all come from this list.</summary>
internal static class CatalogSections
{
    public static ImmutableArray<CatalogSection> All { get; } =
    [
        CatalogSection.Parts(CatalogKind.Gpu, "gpus", "Graphics cards and accelerators", GpuFormat.Format),
        CatalogSection.Parts(CatalogKind.Cpu, "cpus", "Processors", CpuFormat.Format),
        CatalogSection.Parts(CatalogKind.Motherboard, "motherboards", "Motherboards", MotherboardFormat.Format),
        CatalogSection.Parts(CatalogKind.Memory, "memory", "RAM kits", MemoryFormat.Format),
        CatalogSection.Parts(CatalogKind.Ssd, "ssds", "Solid-state drives", SsdFormat.Format),
        CatalogSection.Parts(CatalogKind.Psu, "psus", "Power supplies", PsuFormat.Format),
        CatalogSection.Parts(CatalogKind.Case, "cases", "Cases", CaseFormat.Format),
        CatalogSection.Parts(CatalogKind.Cooler, "coolers", "CPU coolers", CoolerFormat.Format),
        CatalogSection.Parts(CatalogKind.Machine, "machines", "Machines that are bought whole", MachineFormat.Format),
        CatalogSection.Of(CatalogKind.Model, "models", "Language models", ModelFormat.Format, m => (m.Id, m.Name, m.Aliases)),
        CatalogSection.Of(CatalogKind.Quant, "quants", "Quantisations", QuantFormat.Format, q => (q.Id, q.Name, q.Aliases)),
        CatalogSection.Of(CatalogKind.Price, "prices", "Prices that stand apart from their parts", PriceFormat.Format, p => ($"{p.Id ?? p.Ram?.Name} {p.Price.Condition}", $"{p.Id ?? p.Ram?.Name} {p.Price.Condition}", [])),
    ];

    public static CatalogSection? Find(string key) => All.FirstOrDefault(s => s.Key == key);
}
