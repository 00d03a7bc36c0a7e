using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a RAM kit is written.</summary>
internal static class MemoryFormat
{
    public static MapFormat<MemoryKit> Format { get; } = new("memory kit", "A RAM kit: equal modules sold together.", Make, (kit, check) =>
        check.Require(kit.ModuleSize.Count > 0, "module_size", "module_size must be more than zero", "write for example '16 GiB'"));

    private static MemoryKit Make(YamlMap map) => new()
    {
        Id = PartFields.Id(map),
        Name = PartFields.Name(map),
        Aliases = PartFields.Aliases(map),
        Type = map.Required("type", CatalogWords.MemoryTypes, "Memory technology.", "ddr5"),
        Modules = map.Required("modules", Formats.Count(1, 32), "Modules in the kit.", "2"),
        ModuleSize = map.Required("module_size", Quantities.Bytes, "Size of one module.", "16 GiB"),
        Speed = map.Required("speed", Quantities.DataRate, "Rated data rate (XMP, EXPO or JEDEC).", "6000 MT/s"),
        CasLatency = map.OptionalValue("cas_latency", Formats.Count(1, 200), "CAS latency in clocks.", "30"),
        Ecc = map.OrElse("ecc", Formats.Boolean, false, "Whether the modules carry ECC bits."),
        Registered = map.OrElse("registered", Formats.Boolean, false, "Whether the modules are registered (RDIMM)."),
        Price = PartFields.Price(map),
        Released = PartFields.Released(map),
        Source = PartFields.Source(map),
        Note = PartFields.Note(map),
    };
}
