using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a processor is written.</summary>
internal static class CpuFormat
{
    private static readonly Format<MemorySupport> Memory = new MapFormat<MemorySupport>("memory type", "A memory type with its highest official data rate.", map => new MemorySupport(
        map.Required("type", CatalogWords.MemoryTypes, "Memory technology.", "ddr4"),
        map.Required("max_speed", Quantities.DataRate, "Highest official data rate with one DIMM per channel.", "3200 MT/s"),
        map.OptionalValue("max_speed_two_per_channel", Quantities.DataRate, "Highest official data rate with two DIMMs per channel.", "2933 MT/s")));

    public static MapFormat<Cpu> Format { get; } = new("cpu", "A processor.", Make, Check);

    private static Cpu Make(YamlMap map) => new()
    {
        Id = PartFields.Id(map),
        Name = PartFields.Name(map),
        Aliases = PartFields.Aliases(map),
        Vendor = map.Required("vendor", CatalogWords.CpuVendors, "Maker.", "amd"),
        Socket = map.Required("socket", Formats.Line, "Socket as sold.", "AM5"),
        Cores = map.Required("cores", Formats.Count(1, 1024), "Physical cores.", "12"),
        Threads = map.Required("threads", Formats.Count(1, 2048), "Hardware threads.", "24"),
        BaseClock = map.OptionalValue("base_clock", Quantities.Clock, "Base clock (performance cores).", "3.6 GHz"),
        BoostClock = map.OptionalValue("boost_clock", Quantities.Clock, "Highest single-core clock.", "4.7 GHz"),
        Tdp = map.OptionalValue("tdp", Quantities.Watts, "Rated thermal design power.", "105 W"),
        TurboPower = map.OptionalValue("turbo_power", Quantities.Watts, "Sustained turbo power (PL2, PPT) where it is above the TDP.", "142 W"),
        Memory = map.Required("memory", Formats.ListOf(Memory, least: 1), "Memory types it takes.", "[{ type: ddr4, max_speed: 3200 MT/s }]"),
        MemoryChannels = map.Required("memory_channels", Formats.Count(1, 32), "Memory channels of 64 bits.", "2"),
        ChipletBandwidth = map.OptionalValue("chiplet_bandwidth", Quantities.Bandwidth, "Most that the links of its chiplets read from memory, all together; leave out where the channels give less.", "64 GB/s"),
        MaxMemory = map.OptionalValue("max_memory", Quantities.Bytes, "Largest memory.", "128 GiB"),
        Pcie = map.OptionalValue("pcie", CommonFormats.PcieLanes, "The CPU's own PCIe lanes.", "{ gen: 4, lanes: 24 }"),
        Avx512 = map.OrElse("avx512", Formats.Boolean, false, "Whether it has AVX-512."),
        Avx2 = map.OrElse("avx2", Formats.Boolean, true, "Whether it has AVX2."),
        IntegratedGraphics = map.OptionalValue("integrated_graphics", Formats.Boolean, "Whether it can drive a display by itself."),
        Price = PartFields.Price(map),
        Released = PartFields.Released(map),
        Source = PartFields.Source(map),
        Note = PartFields.Note(map),
    };

    private static void Check(Cpu cpu, MapCheck check)
    {
        check.Require(cpu.Threads >= cpu.Cores, "threads", $"{cpu.Threads} threads are fewer than {cpu.Cores} cores");
        check.Require(cpu.BaseClock is not { } low || cpu.BoostClock is not { } high || high >= low, "boost_clock", "the boost clock is below the base clock");
    }
}
