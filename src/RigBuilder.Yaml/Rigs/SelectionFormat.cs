using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Rigs;

/// <summary>How what is equipped in a slot is written: an id, or a mapping with what is said of these very parts.</summary>
internal static class SelectionFormat
{
    /// <summary>Most equal parts in a selection; far above what fits any case, low enough to be harmless.</summary>
    public const int MostParts = 1000;

    private static readonly MapFormat<CardLink> Link = new("link", "PCIe link of a card that its slot does not give: behind a riser, in a bifurcated slot, by OCuLink.", map => new CardLink(
        new PcieLink(map.Required("gen", Formats.Count(1, 7), "Generation.", "4"), map.Required("lanes", Formats.Count(1, 16), "Electrical lanes.", "8")),
        map.Optional("by", CatalogWords.LinkMakers, "What makes it.", "riser")));

    /// <summary>Cards.</summary>
    public static Format<ImmutableArray<Located<Selection>>> Cards { get; } = Slot("A card, how many of it, and what is said of these very cards.", map =>
    {
        var limit = map.OptionalValue("power_limit", Quantities.Watts, "Power limit of each card (nvidia-smi -pl).", "280 W");
        var link = map.Optional("link", Link, "PCIe link of each card, where it is not that of its slot.");
        return Said(map) with { PowerLimit = limit, Link = link?.Link, LinkBy = link?.By };
    });

    /// <summary>Other parts.</summary>
    public static Format<ImmutableArray<Located<Selection>>> Parts { get; } = Slot("A part, how many of it, and what is said of these very parts.", Said);

    private static Format<ImmutableArray<Located<Selection>>> Slot(string doc, Func<YamlMap, AsBuilt> said)
    {
        var several = new MapFormat<Selection>("selection", doc, map => new Selection(
            map.Required("id", Formats.Line, "Id of the part, or RAM by its figures.", "rtx-3090"),
            map.OrElse("count", Formats.Count(1, MostParts), 1, "How many."))
        { AsBuilt = said(map) });
        return Formats.OneOrMany(Formats.Either(Formats.Line.Select(id => new Selection(id), several.Placeholder), several).WithPlace(), most: 100);
    }

    private static AsBuilt Said(YamlMap map) => new()
    {
        Condition = map.OptionalValue("condition", CatalogWords.Conditions, "New or used.", "used"),
        Price = map.OptionalValue("price", Quantities.Money, "What one costs or did cost.", "650 USD"),
        Owned = map.OrElse("owned", Formats.Boolean, false, "Whether it is there already and need not be bought."),
    };

    private sealed record CardLink(PcieLink Link, string? By);
}
