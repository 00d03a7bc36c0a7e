using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a drive is written.</summary>
internal static class SsdFormat
{
    public static MapFormat<Ssd> Format { get; } = new("ssd", "A solid-state drive.", Make, Check);

    private static Ssd Make(YamlMap map) => new()
    {
        Id = PartFields.Id(map),
        Name = PartFields.Name(map),
        Aliases = PartFields.Aliases(map),
        Capacity = map.Required("capacity", Quantities.Bytes, "Capacity in decimal units.", "2 TB"),
        Interface = map.Required("interface", CatalogWords.SsdInterfaces, "How it is attached.", "nvme-m2"),
        Pcie = map.OptionalValue("pcie", CommonFormats.PcieLink, "PCIe link of an NVMe drive.", "{ gen: 4, lanes: 4 }"),
        Read = map.Required("read", Quantities.Bandwidth, "Rated sequential read speed.", "7450 MB/s"),
        Write = map.OptionalValue("write", Quantities.Bandwidth, "Rated sequential write speed.", "6900 MB/s"),
        Endurance = map.OptionalValue("endurance", Quantities.Bytes, "Rated endurance (bytes written).", "1200 TB"),
        Price = PartFields.Price(map),
        Released = PartFields.Released(map),
        Source = PartFields.Source(map),
        Note = PartFields.Note(map),
    };

    private static void Check(Ssd ssd, MapCheck check)
    {
        check.Require(ssd.Capacity.Count > 0, "capacity", "capacity must be more than zero", "write for example '2 TB'");
        check.Require(ssd.Read.Value > 0, "read", "read must be more than zero", "write for example '7450 MB/s'");
        check.Require(ssd.Interface != SsdInterface.NvmeM2 || ssd.Pcie is not null, "interface", "an NVMe drive needs 'pcie'", "add 'pcie: { gen: 4, lanes: 4 }'");
        check.Require(ssd.Interface != SsdInterface.Sata || ssd.Pcie is null, "pcie", "a SATA drive has no PCIe link", "remove the key");
    }
}
