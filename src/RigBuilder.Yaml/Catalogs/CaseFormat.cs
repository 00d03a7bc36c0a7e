using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a case is written.</summary>
internal static class CaseFormat
{
    public static MapFormat<PcCase> Format { get; } = new("case", "A case.", Make);

    private static PcCase Make(YamlMap map) => new()
    {
        Id = PartFields.Id(map),
        Name = PartFields.Name(map),
        Aliases = PartFields.Aliases(map),
        FormFactors = map.Required("form_factors", Formats.ListOf(CatalogWords.FormFactors, least: 1, distinct: true), "Board sizes it takes.", "[mini-itx, micro-atx, atx]"),
        GpuLength = map.Required("gpu_length", Quantities.Length, "Longest graphics card.", "400 mm"),
        CoolerHeight = map.Required("cooler_height", Quantities.Length, "Tallest CPU cooler.", "170 mm"),
        ExpansionSlots = map.Required("expansion_slots", Formats.Count(0, 20), "Expansion slots at the back.", "7"),
        PsuLength = map.OptionalValue("psu_length", Quantities.Length, "Longest power supply.", "220 mm"),
        PsuFormFactors = map.OrElse("psu_form_factors", Formats.ListOf(CatalogWords.PsuFormFactors, least: 1, distinct: true), [PsuFormFactor.Atx], "Power supply sizes it takes."),
        Radiator = map.OptionalValue("radiator", Quantities.Length, "Longest radiator it takes.", "360 mm"),
        Airflow = map.OrElse("airflow", CatalogWords.Airflows, Airflow.Standard, "How freely air passes."),
        Price = PartFields.Price(map),
        Released = PartFields.Released(map),
        Source = PartFields.Source(map),
        Note = PartFields.Note(map),
    };
}
