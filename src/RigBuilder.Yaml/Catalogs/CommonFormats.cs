using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>Formats that several kinds of parts share.</summary>
internal static class CommonFormats
{
    private static readonly Format<Price> LongPrice = new MapFormat<Price>("price", "A price seen somewhere at some time.", map => new Price(
        map.Required("amount", Quantities.Money, "Price of one part (one kit for memory).", "899 USD"),
        map.Optional("as_of", Formats.Month, "Month of the observation.", "2025-07"),
        map.OrElse("condition", CatalogWords.Conditions, PartCondition.New, "Sold new or used.")));

    public static Format<Price> Price { get; } = Formats.Either(
        Quantities.Money.Select(amount => new Price(amount, null, PartCondition.New), LongPrice.Placeholder), LongPrice);

    public static Format<ImmutableArray<string>> Aliases { get; } = Formats.ListOf(Formats.Line, distinct: true);

    public static Format<int> PcieGen { get; } = Formats.Count(1, 7);

    public static Format<PcieLink> PcieLink { get; } = new MapFormat<PcieLink>("PCIe link", "Generation and electrical lanes.", map => new PcieLink(
        map.Required("gen", PcieGen, "PCIe generation.", "4"),
        map.Required("lanes", Formats.Count(1, 16), "Electrical lanes.", "16")));

    public static Format<PcieLanes> PcieLanes { get; } = new MapFormat<PcieLanes>("set of PCIe lanes", "Generation and number of lanes.", map => new PcieLanes(
        map.Required("gen", PcieGen, "Highest PCIe generation.", "4"),
        map.Required("lanes", Formats.Count(0, 512), "Usable lanes.", "24")));

    public static Format<ImmutableArray<ConnectorCount>> Connectors { get; } = Formats.ListOf(new MapFormat<ConnectorCount>("connector", "A number of equal connectors.", map => new ConnectorCount(
        map.Required("type", CatalogWords.Connectors, "The connector.", "pcie-8-pin"),
        map.OrElse("count", Formats.Count(1, 64), 1, "How many."))));

    public static Format<ImmutableArray<string>> Sockets { get; } = Formats.ListOf(Formats.Line, least: 1, distinct: true);
}
