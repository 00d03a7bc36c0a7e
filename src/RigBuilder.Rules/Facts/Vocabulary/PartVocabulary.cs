using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Facts.Vocabulary;

/// <summary>What rules can say of the other parts.</summary>
internal static class PartVocabulary
{
    public static EntityType Cpu { get; } = Common(new EntityBuilder<Cpu>())
        .Word("vendor", Words.Vendor, c => c.Vendor, "Maker.")
        .Text("socket", c => c.Socket, "Socket, such as 'AM5'.")
        .Number("cores", c => c.Cores, "Physical cores.")
        .Number("threads", c => c.Threads, "Hardware threads.")
        .Clock("base_clock", c => c.BaseClock, "Base clock.")
        .Clock("boost_clock", c => c.BoostClock, "Highest single-core clock.")
        .Power("tdp", c => c.Tdp, "Rated thermal design power.")
        .Power("turbo_power", c => c.TurboPower, "Sustained turbo power where it is above the TDP.")
        .List("memory_types", Words.MemoryType, c => [.. c.Memory.Select(m => Words.Of(Words.MemoryType, m.Type))], "Memory types it takes.")
        .Number("memory_channels", c => c.MemoryChannels, "Memory channels.")
        .Size("max_memory", c => c.MaxMemory, "Largest memory.")
        .Number("pcie_gen", c => c.Pcie?.Gen, "PCIe generation of its own lanes.")
        .Number("pcie_lanes", c => c.Pcie?.Lanes, "Its own PCIe lanes.")
        .Flag("avx2", c => c.Avx2, "Whether it has AVX2.")
        .Flag("avx512", c => c.Avx512, "Whether it has AVX-512.")
        .Flag("integrated_graphics", c => c.IntegratedGraphics, "Whether it can drive a display by itself.")
        .Build("cpu", "processors", "The processor.");

    public static EntityType PcieSlot { get; } = new EntityBuilder<PcieSlot>()
        .Number("size", s => s.Size, "Mechanical size in lanes; 16 takes any card.")
        .Number("gen", s => s.Gen, "PCIe generation.")
        .Number("lanes", s => s.Lanes, "Electrical lanes when nothing is shared.")
        .Number("position", s => s.Position, "Position counted from the top, 1 to 8.")
        .Flag("from_cpu", s => s.FromCpu, "Whether the lanes come from the CPU.")
        .Build("pcie_slot", "PCIe slots", "A PCIe slot of the board.");

    public static EntityType M2Slot { get; } = new EntityBuilder<M2Slot>()
        .Number("gen", s => s.Gen, "PCIe generation.")
        .Number("lanes", s => s.Lanes, "Electrical lanes.")
        .Flag("from_cpu", s => s.FromCpu, "Whether the lanes come from the CPU.")
        .Build("m2_slot", "M.2 sockets", "An M.2 socket of the board.");

    public static EntityType Board { get; } = Common(new EntityBuilder<Motherboard>())
        .Text("socket", b => b.Socket, "CPU socket.")
        .Text("chipset", b => b.Chipset, "Chipset.")
        .Word("form_factor", Words.FormFactor, b => (FormFactor?)b.FormFactor, "Size.")
        .Word("memory_type", Words.MemoryType, b => (MemoryType?)b.MemoryType, "Memory type of its slots.")
        .Number("memory_slots", b => b.MemorySlots, "DIMM slots.")
        .Number("memory_channels", b => b.MemoryChannels, "Memory channels it wires.")
        .Size("max_memory", b => b.MaxMemory, "Largest memory.")
        .DataRate("max_memory_speed", b => b.MaxMemorySpeed, "Highest data rate the maker lists.")
        .Flag("registered_memory", b => b.RegisteredMemory, "Whether it takes registered DIMMs, and only those.")
        .List("pcie_slots", PcieSlot, b => b.PcieSlots.CastArray<object>(), "PCIe slots from the CPU downwards.")
        .Number("long_slots", b => b.PcieSlots.Count(s => s.Size >= 16), "Slots of x16 size.")
        .List("m2_slots", M2Slot, b => b.M2Slots.CastArray<object>(), "M.2 sockets.")
        .Number("m2_count", b => b.M2Slots.Length, "Number of M.2 sockets.")
        .Number("best_m2_gen", b => b.M2Slots.IsEmpty ? null : b.M2Slots.Max(s => s.Gen), "Highest generation of its M.2 sockets.")
        .Number("sata_ports", b => b.SataPorts, "SATA ports.")
        .Number("eps_connectors", b => b.EpsConnectors, "EPS 8-pin inputs.")
        .Text("bios_note", b => b.BiosNote, "Which CPUs need a newer BIOS, in words.")
        .Number("bios_update_from_year", b => b.BiosUpdateFromYear, "CPUs released in this year or later may need a BIOS update.", FigureStyle.Year)
        .Build("board", "motherboards", "The motherboard (also named motherboard).");

    public static EntityType Memory { get; } = Common(new EntityBuilder<MemoryKit>())
        .Word("type", Words.MemoryType, k => (MemoryType?)k.Type, "Memory type.")
        .Number("modules", k => k.Modules, "Modules in the kit.")
        .Size("module_size", k => k.ModuleSize, "Size of one module.")
        .Size("capacity", k => k.Capacity, "Size of the kit.")
        .DataRate("speed", k => k.Speed, "Rated data rate.")
        .Number("cas_latency", k => k.CasLatency, "CAS latency in clocks.")
        .Flag("ecc", k => k.Ecc, "Whether the modules carry ECC bits.")
        .Flag("registered", k => k.Registered, "Whether the modules are registered.")
        .Build("memory", "RAM kits", "A RAM kit; by the plain name, the first one.");

    public static EntityType Ssd { get; } = new EntityBuilder<SsdFacts>()
        .Text("id", s => s.Part.Id, "Catalog id.")
        .Text("name", s => s.Part.Name, "Retail name.")
        .DriveSize("capacity", s => s.Part.Capacity, "Capacity.")
        .Word("interface", Words.SsdInterface, s => (SsdInterface?)s.Part.Interface, "How it is attached.")
        .Number("pcie_gen", s => s.Part.Pcie?.Gen, "PCIe generation of an NVMe drive.")
        .Number("pcie_lanes", s => s.Part.Pcie?.Lanes, "PCIe lanes of an NVMe drive.")
        .Bandwidth("read", s => s.Part.Read, "Rated sequential read speed.")
        .Bandwidth("write", s => s.Part.Write, "Rated sequential write speed.")
        .DriveSize("endurance", s => s.Part.Endurance, "Rated endurance.")
        .Price("price", s => s.Part.Price?.Amount, "Typical price.")
        .Flag("price_is_estimate", s => s.Part.Price?.IsEstimate, "Whether the price is an estimate by its class.")
        .Flag("price_is_used", s => s.Part.Price is { } price ? price.Condition != PartCondition.New : null, "Whether the price is that of a used or refurbished one.")
        .Number("released", s => s.Part.Released, "Year of release.", FigureStyle.Year)
        .Text("note", s => s.Part.Note, "The catalog's note on it.")
        .Flag("has_socket", s => s.HasSocket, "Whether a socket or port is left for it; unknown without board.")
        .Number("link_gen", s => s.Link?.Gen, "Generation that drive and socket agree on.")
        .Number("link_lanes", s => s.Link?.Lanes, "Lanes that drive and socket agree on.")
        .Bandwidth("link_bandwidth", s => s.Link?.Bandwidth, "Bandwidth of that link.")
        .Build("ssd", "drives", "A solid-state drive; by the plain name, the first one.");

    public static EntityType Psu { get; } = Common(new EntityBuilder<Psu>())
        .Power("watts", p => p.Power, "Rated output.")
        .Word("efficiency", Words.Efficiency, p => (PsuEfficiency?)p.Efficiency, "80 PLUS badge.")
        .Number("atx_version", p => p.AtxVersion, "ATX specification version.")
        .Word("form_factor", Words.PsuFormFactor, p => (PsuFormFactor?)p.FormFactor, "Size.")
        .Length("length", p => p.Length, "Length.")
        .Number("eight_pins", p => Plugs(p, PowerConnector.Pcie8Pin), "PCIe 8-pin plugs.")
        .Number("sixteen_pins", p => Plugs(p, PowerConnector.TwelveVhpwr), "16-pin plugs.")
        .Number("eps_pins", p => Plugs(p, PowerConnector.Eps8Pin), "EPS 8-pin plugs.")
        .Build("psu", "power supplies", "The power supply.");

    public static EntityType Case { get; } = Common(new EntityBuilder<PcCase>())
        .List("form_factors", Words.FormFactor, c => [.. c.FormFactors.Select(f => Words.Of(Words.FormFactor, f))], "Board sizes it takes.")
        .Length("gpu_length", c => c.GpuLength, "Longest graphics card.")
        .Length("cooler_height", c => c.CoolerHeight, "Tallest CPU cooler.")
        .Number("expansion_slots", c => c.ExpansionSlots, "Slot openings at the back.")
        .Length("psu_length", c => c.PsuLength, "Longest power supply.")
        .List("psu_form_factors", Words.PsuFormFactor, c => [.. c.PsuFormFactors.Select(f => Words.Of(Words.PsuFormFactor, f))], "Power supply sizes it takes.")
        .Length("radiator", c => c.Radiator, "Longest radiator.")
        .Word("airflow", Words.Airflow, c => (Airflow?)c.Airflow, "How freely air passes.")
        .Build("case", "cases", "The case.");

    public static EntityType Machine { get; } = Common(new EntityBuilder<WholeMachine>())
        .Word("form", Words.MachineForm, m => (MachineForm?)m.Form, "What it is.")
        .Size("memory", m => m.Memory?.Sizes[0].Size, "The memory that it is sold with.")
        .Power("power", m => m.Power, "Most that it draws at the wall as sold.")
        .Flag("takes_cards", m => m.Changes.Contains(PartKind.Gpu), "Whether a graphics card can be added.")
        .Build("machine", "machines", "A machine that is bought whole, in one of its memory sizes.");

    public static EntityType Cooler { get; } = Common(new EntityBuilder<Cooler>())
        .Word("type", Words.CoolerType, c => (CoolerType?)c.Type, "Air or liquid.")
        .List("sockets", TextType.Instance, c => c.Sockets.CastArray<object>(), "Sockets it mounts on.")
        .Length("height", c => c.Height, "Height of an air cooler.")
        .Length("radiator", c => c.Radiator, "Radiator length of a liquid cooler.")
        .Power("max_tdp", c => c.MaxTdp, "Heat it can carry away.")
        .Build("cooler", "CPU coolers", "The CPU cooler.");

    private static int Plugs(Psu psu, PowerConnector type) => psu.Connectors.Where(c => c.Type == type).Sum(c => c.Count);

    private static EntityBuilder<T> Common<T>(EntityBuilder<T> builder)
        where T : Part => builder
        .Text("id", p => p.Id, "Catalog id.")
        .Text("name", p => p.Name, "Retail name.")
        .Price("price", p => p.Price?.Amount, "Typical price.")
        .Flag("price_is_estimate", p => p.Price?.IsEstimate, "Whether the price is an estimate by its class.")
        .Flag("price_is_used", p => p.Price is { } price ? price.Condition != PartCondition.New : null, "Whether the price is that of a used or refurbished one.")
        .Number("released", p => p.Released, "Year of release.", FigureStyle.Year)
        .Text("note", p => p.Note, "The catalog's note on it.");
}
