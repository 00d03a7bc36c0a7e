using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a power supply is written.</summary>
internal static class PsuFormat
{
    public static MapFormat<Psu> Format { get; } = new("psu", "A power supply.", Make, (psu, check) =>
        check.Require(psu.Power.Value > 0, "power", "power must be more than zero", "write for example '1000 W'"));

    private static Psu Make(YamlMap map) => new()
    {
        Id = PartFields.Id(map),
        Name = PartFields.Name(map),
        Aliases = PartFields.Aliases(map),
        Power = map.Required("power", Quantities.Watts, "Continuous rated output.", "1000 W"),
        Efficiency = map.OrElse("efficiency", CatalogWords.Efficiencies, PsuEfficiency.None, "80 PLUS badge.", "gold"),
        AtxVersion = map.Required("atx_version", Formats.Number(1, 4), "ATX specification version (2.x before 3.0).", "3.1"),
        FormFactor = map.OrElse("form_factor", CatalogWords.PsuFormFactors, PsuFormFactor.Atx, "Size of the unit."),
        Length = map.OptionalValue("length", Quantities.Length, "Length.", "140 mm"),
        Connectors = map.OrElse("connectors", CommonFormats.Connectors, [], "Output connectors."),
        Price = PartFields.Price(map),
        Released = PartFields.Released(map),
        Source = PartFields.Source(map),
        Note = PartFields.Note(map),
    };
}
