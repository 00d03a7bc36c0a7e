using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a machine that is bought whole is written.</summary>
internal static class MachineFormat
{
    private static readonly PartKind[] Held = [PartKind.Gpu, PartKind.Cpu, PartKind.Motherboard, PartKind.Ssd, PartKind.Psu, PartKind.Case, PartKind.Cooler];

    private static readonly Format<MachineSize> LongSize = new MapFormat<MachineSize>("size", "A size of memory that the machine is sold with.", map => new MachineSize(
        map.Required("size", Quantities.Bytes, "All of its memory.", "128 GiB"),
        map.Optional("price", CommonFormats.Price, "Price of the machine with it.", "{ amount: 1999 USD, as_of: 2026-06 }"),
        map.OptionalValue("speed", Quantities.DataRate, "Data rate where it differs from that of the other sizes.", "10667 MT/s")));

    private static readonly Format<MachineMemory> Memory = new MapFormat<MachineMemory>("memory", "The memory that a machine is sold with.", map => new MachineMemory(
        map.Required("type", CatalogWords.MemoryTypes, "Technology.", "lpddr5"),
        map.Required("modules", Formats.Count(1, 64), "Modules, or 64-bit channels of soldered memory.", "4"),
        map.Required("speed", Quantities.DataRate, "Data rate.", "8000 MT/s"),
        map.Required("sizes", Formats.ListOf(Formats.Either(Quantities.Bytes.Select(size => new MachineSize(size), LongSize.Placeholder), LongSize), least: 1), "Sizes that it is sold in; with several, each is a machine of its own: ID-128gb.", "[64 GiB, 128 GiB]"),
        map.OrElse("registered", Formats.Boolean, false, "Whether the modules are registered (RDIMM).")));

    private static readonly Format<ImmutableSortedDictionary<PartKind, ImmutableArray<string>>> Holds = new MapFormat<ImmutableSortedDictionary<PartKind, ImmutableArray<string>>>(
        "set of parts", "Ids of the parts that the machine holds, per slot.",
        map => Held.Select(kind => (kind, Ids: map.OrElse(CatalogWords.PartKinds.WordOf(kind), Formats.OneOrMany(Formats.Id, most: 16), [], $"The {CatalogWords.PartKinds.WordOf(kind)} slot: an id, or a list of them.")))
            .Where(slot => !slot.Ids.IsEmpty).ToImmutableSortedDictionary(slot => slot.kind, slot => slot.Ids));

    public static MapFormat<WholeMachine> Format { get; } = new("machine", "A machine that is bought whole and fills the slots of a rig.", Make, Check);

    private static WholeMachine Make(YamlMap map) => new()
    {
        Id = PartFields.Id(map),
        Name = PartFields.Name(map),
        Aliases = PartFields.Aliases(map),
        Form = map.Required("form", CatalogWords.MachineForms, "What it is.", "mini-pc"),
        Holds = map.OrElse("holds", Holds, Holds.Placeholder, "Ids of the parts that it holds, per slot."),
        Memory = map.Optional("memory", Memory, "The memory that it is sold with."),
        Power = map.OptionalValue("power", Quantities.Watts, "Most that it draws at the wall as sold; leave it out where its parts tell.", "140 W"),
        Changes = map.OrElse("changes", Formats.ListOf(CatalogWords.PartKinds, distinct: true), [], "Slots whose contents a person can replace or add to.", "[ssd]"),
        CardLink = map.OptionalValue("card_link", CommonFormats.PcieLink, "Link of a card that is added from outside (OCuLink, Thunderbolt).", "{ gen: 4, lanes: 4 }"),
        Price = PartFields.Price(map),
        Released = PartFields.Released(map),
        Source = PartFields.Source(map),
        Note = PartFields.Note(map),
    };

    private static void Check(WholeMachine machine, MapCheck check)
    {
        check.Require(!machine.Holds.IsEmpty, "holds", "a machine holds at least one part", "write for example 'holds: { cpu: ryzen-ai-max-plus-395, gpu: radeon-8060s }'", "it fills the slots of a rig with them");
        check.Require(machine.CardLink is null || machine.Changes.Contains(PartKind.Gpu), "card_link", "cards cannot be added to this machine", "add 'gpu' to changes, or remove card_link");
        check.Require(machine.Memory is not { } memory || memory.Sizes.All(s => s.Size.Count > 0), "memory", "a size must be more than zero", "write for example '128 GiB'");
    }
}
