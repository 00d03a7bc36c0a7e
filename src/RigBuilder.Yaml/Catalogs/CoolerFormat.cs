using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a CPU cooler is written.</summary>
internal static class CoolerFormat
{
    public static MapFormat<Cooler> Format { get; } = new("cooler", "A CPU cooler.", Make, Check);

    private static Cooler Make(YamlMap map) => new()
    {
        Id = PartFields.Id(map),
        Name = PartFields.Name(map),
        Aliases = PartFields.Aliases(map),
        Type = map.Required("type", CatalogWords.CoolerTypes, "Air or closed-loop liquid.", "air"),
        Sockets = map.Required("sockets", CommonFormats.Sockets, "Sockets it mounts on.", "[AM4, AM5, LGA1700]"),
        Height = map.OptionalValue("height", Quantities.Length, "Height above the board (air coolers).", "165 mm"),
        Radiator = map.OptionalValue("radiator", Quantities.Length, "Radiator length (liquid coolers).", "360 mm"),
        MaxTdp = map.OptionalValue("max_tdp", Quantities.Watts, "Heat it can carry away.", "250 W"),
        Price = PartFields.Price(map),
        Released = PartFields.Released(map),
        Source = PartFields.Source(map),
        Note = PartFields.Note(map),
    };

    private static void Check(Cooler cooler, MapCheck check)
    {
        check.Require(cooler.Type != CoolerType.Air || cooler.Height is not null, "type", "an air cooler needs 'height'", "add 'height: 165 mm'", "it decides whether the cooler fits the case");
        check.Require(cooler.Type != CoolerType.Liquid || cooler.Radiator is not null, "type", "a liquid cooler needs 'radiator'", "add 'radiator: 360 mm'", "it decides whether the cooler fits the case");
    }
}
