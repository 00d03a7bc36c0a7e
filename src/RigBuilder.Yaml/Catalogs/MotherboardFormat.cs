using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a motherboard is written.</summary>
internal static class MotherboardFormat
{
    private static readonly Format<int> Position = Formats.Count(1, 8);

    private static readonly Format<MemorySlots> Memory = new MapFormat<MemorySlots>("set of memory slots", "The board's memory slots.", map => new MemorySlots(
        map.Required("type", CatalogWords.MemoryTypes, "Memory technology.", "ddr4"),
        map.Required("slots", Formats.Count(0, 32), "DIMM slots (0 when soldered).", "4"),
        map.Required("channels", Formats.Count(1, 32), "Memory channels it wires.", "2"),
        map.OptionalValue("max", Quantities.Bytes, "Largest memory.", "128 GiB"),
        map.OptionalValue("max_speed", Quantities.DataRate, "Highest data rate the maker lists (overclocked, one DIMM per channel).", "4400 MT/s"),
        map.OrElse("registered", Formats.Boolean, false, "Whether it takes registered DIMMs, and only those.")));

    private static readonly Format<PcieSlot> Slot = new MapFormat<PcieSlot>("PCIe slot", "A PCIe slot.", map => new PcieSlot(
        map.Required("size", Formats.Count(1, 16), "Mechanical size in lanes (16 takes any card).", "16"),
        map.Required("gen", CommonFormats.PcieGen, "PCIe generation.", "4"),
        map.Required("lanes", Formats.Count(1, 16), "Electrical lanes while nothing is shared.", "16"),
        map.Required("position", Position, "Expansion position from the top of an ATX board.", "2"),
        map.OrElse("from", CatalogWords.LaneSources, true, "Whether the lanes come from the CPU or the chipset.", "cpu"),
        map.OptionalValue("shared_lanes", Formats.Count(0, 16), "Lanes left while the slot in shares_with is in use.", "8"),
        map.OptionalValue("shares_with", Position, "Position of the slot that takes lanes away when it is in use.", "5")), CheckSlot);

    private static readonly Format<M2Slot> M2 = new MapFormat<M2Slot>("M.2 socket", "An M.2 socket.", map => new M2Slot(
        map.Required("gen", CommonFormats.PcieGen, "PCIe generation.", "4"),
        map.OrElse("lanes", Formats.Count(1, 4), 4, "Electrical lanes."),
        map.OrElse("from", CatalogWords.LaneSources, false, "Whether the lanes come from the CPU or the chipset.")));

    private static readonly Format<Bios> BiosUpdate = new MapFormat<Bios>("bios note", "CPUs that need a newer BIOS.", map => new Bios(
        map.Optional("note", Formats.Prose, "Which CPUs need a newer BIOS, in words."),
        map.OptionalValue("update_from_year", Formats.Year, "CPUs released in this year or later may need an update.", "2020")));

    public static MapFormat<Motherboard> Format { get; } = new("motherboard", "A motherboard.", Make, Check);

    private static Motherboard Make(YamlMap map)
    {
        var id = PartFields.Id(map);
        var name = PartFields.Name(map);
        var aliases = PartFields.Aliases(map);
        var socket = map.Required("socket", Formats.Line, "CPU socket as sold.", "AM5");
        var chipset = map.Required("chipset", Formats.Line, "Chipset.", "B650");
        var formFactor = map.Required("form_factor", CatalogWords.FormFactors, "Size.", "atx");
        var memory = map.Required("memory", Memory, "Its memory slots.", "{ type: ddr5, slots: 4, channels: 2, max: 192 GiB }");
        var slots = map.OrElse("pcie_slots", Formats.ListOf(Slot, most: 16), [], "PCIe slots from the CPU downwards.");
        var m2 = map.OrElse("m2_slots", Formats.ListOf(M2, most: 16), [], "M.2 sockets for drives.");
        var sata = map.OrElse("sata_ports", Formats.Count(0, 64), 0, "SATA ports.");
        var eps = map.OrElse("eps_connectors", Formats.Count(0, 4), 1, "EPS 8-pin CPU power inputs.");
        var bios = map.Optional("bios", BiosUpdate, "BIOS updates for newer CPUs.");
        return new Motherboard
        {
            Id = id,
            Name = name,
            Aliases = aliases,
            Socket = socket,
            Chipset = chipset,
            FormFactor = formFactor,
            MemoryType = memory.Type,
            MemorySlots = memory.Slots,
            MemoryChannels = memory.Channels,
            MaxMemory = memory.Max,
            MaxMemorySpeed = memory.MaxSpeed,
            RegisteredMemory = memory.Registered,
            PcieSlots = slots,
            M2Slots = m2,
            SataPorts = sata,
            EpsConnectors = eps,
            BiosNote = bios?.Note,
            BiosUpdateFromYear = bios?.UpdateFromYear,
            Price = PartFields.Price(map),
            Released = PartFields.Released(map),
            Source = PartFields.Source(map),
            Note = PartFields.Note(map),
        };
    }

    private static void CheckSlot(PcieSlot slot, MapCheck check)
    {
        check.Require(slot.Lanes <= slot.Size, "lanes", $"{slot.Lanes} electrical lanes do not fit a slot of size {slot.Size}");
        check.Require(slot.SharedLanes is null == slot.SharesWith is null, slot.SharedLanes is null ? "shares_with" : "shared_lanes", "shared_lanes and shares_with belong together", "write both or neither");
        check.Require(slot.SharedLanes is not { } left || left <= slot.Lanes, "shared_lanes", "more lanes are left than the slot has");
        check.Require(slot.SharesWith != slot.Position, "shares_with", "a slot cannot share lanes with itself");
    }

    private static void Check(Motherboard board, MapCheck check)
    {
        var positions = board.PcieSlots.Select(s => s.Position).ToArray();
        check.Require(positions.Distinct().Count() == positions.Length, "pcie_slots", "two PCIe slots have the same position");
        foreach (var slot in board.PcieSlots)
            check.Require(slot.SharesWith is not { } other || positions.Contains(other), "pcie_slots", $"the slot at position {slot.Position} shares lanes with position {slot.SharesWith}, where there is no slot");
    }

    private sealed record MemorySlots(MemoryType Type, int Slots, int Channels, Bytes? Max, TransferRate? MaxSpeed, bool Registered);

    private sealed record Bios(string? Note, int? UpdateFromYear);
}
