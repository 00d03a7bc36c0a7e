using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a price is written that stands apart from its part.</summary>
internal static class PriceFormat
{
    public static MapFormat<PriceSeen> Format { get; } = new("price", "What a part was sold for, seen somewhere at some time.", Make, Check);

    private static PriceSeen Make(YamlMap map) => new(
        map.Optional("id", Formats.Id, "Part, or machine in one of its sizes.", "rtx-3090"),
        map.Optional("ram", Formats.Line, "RAM by its figures, in place of an id: a price that speaks for its class.", "1x64 GB DDR4-3200 RDIMM") is { } ram && MemoryFigures.TryRead(ram, out var kit, out _) ? kit : null,
        new Price(
            map.Required("amount", Quantities.Money, "What is usually asked for one (one kit for RAM).", "1275 USD"),
            map.Required("as_of", Formats.Month, "Month of the newest observation.", "2026-10"),
            map.OrElse("condition", CatalogWords.Conditions, PartCondition.New, "In which state it is sold."))
        {
            Low = map.OptionalValue("low", Quantities.Money, "The least that was asked.", "975 USD"),
            High = map.OptionalValue("high", Quantities.Money, "The most that was asked.", "1600 USD"),
            Source = map.Optional("source", Formats.Prose, "Who saw it."),
        });

    private static void Check(PriceSeen seen, MapCheck check)
    {
        check.Require(seen.Id is null != seen.Ram is null, "id", "a price needs the id of a part, or RAM by its figures, and not both", "write for example 'id: rtx-3090' or 'ram: 1x64 GB DDR4-3200 RDIMM'");
        check.Require(seen.Price.Amount.Amount > 0, "amount", "a price must be more than zero", "leave the entry out where none is known");
        check.Require(!(seen.Price.Low > seen.Price.Amount), "low", "the least is more than the usual amount");
        check.Require(!(seen.Price.High < seen.Price.Amount), "high", "the most is less than the usual amount");
    }
}
