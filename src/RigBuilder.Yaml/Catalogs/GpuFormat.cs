using RigBuilder.Domain.Parts;
using RigBuilder.Yaml.Reading;

namespace RigBuilder.Yaml.Catalogs;

/// <summary>How a GPU is written.</summary>
internal static class GpuFormat
{
    public static MapFormat<Gpu> Format { get; } = new("gpu", "A graphics card, accelerator, or the GPU of an APU.", Make, Check);

    private static Gpu Make(YamlMap map) => new()
    {
        Id = PartFields.Id(map),
        Name = map.Required("name", Formats.Line, "Full name, exactly as in public benchmark tables.", "NVIDIA GeForce RTX 3090"),
        Aliases = PartFields.Aliases(map),
        Vendor = map.Required("vendor", CatalogWords.GpuVendors, "Maker of the chip.", "nvidia"),
        PciIds = map.OrElse("pci_ids", Formats.ListOf(Formats.Line, distinct: true), [], "PCI vendor and device ids under which the card appears, in lower case.", "[\"10de:2204\"]"),
        Processors = map.OrElse("processors", Formats.ListOf(Formats.Line, distinct: true), [], "Processors that it is part of, by name; they tell it where its driver says no more than 'Radeon Graphics'.", "[AMD Ryzen AI Max+ 395]"),
        Segment = map.OrElse("segment", CatalogWords.Segments, GpuSegment.Desktop, "Market segment; a laptop GPU is never the desktop card of the same number."),
        Architecture = map.Required("architecture", Formats.Id, "Chip architecture in kebab-case; keys the calibration.", "ada-lovelace"),
        ComputeCapability = map.Optional("compute_capability", Formats.Line, "CUDA compute capability; leave out for other vendors.", "\"8.6\""),
        Backends = map.OrElse("backends", Formats.ListOf(CatalogWords.Backends, distinct: true), [], "llama.cpp backends that run on it, best first."),
        Vram = map.Required("vram", Quantities.Bytes, "Video memory in binary units; for unified memory the most that the GPU can get.", "24 GiB"),
        Bandwidth = map.Required("bandwidth", Quantities.Bandwidth, "Peak memory bandwidth by specification.", "936.2 GB/s"),
        Fp16 = map.OptionalValue("fp16", Quantities.Flops, "Dense FP16 rate (of the tensor or matrix units where the chip has them).", "142 TFLOP/s"),
        Fp16Basis = map.Optional("fp16_basis", Formats.Prose, "What fp16 counts, in words.", "tensor dense, FP16 accumulate"),
        Fp32 = map.OptionalValue("fp32", Quantities.Flops, "FP32 shader rate.", "35.6 TFLOP/s"),
        MatrixUnits = map.OrElse("matrix_units", CatalogWords.MatrixUnits, MatrixUnits.None, "Which matrix units the chip has."),
        BoardPower = map.OptionalValue("board_power", Quantities.Watts, "Board power (TDP, TBP).", "350 W"),
        LeastPowerLimit = map.OptionalValue("least_power_limit", Quantities.Watts, "Lowest power limit that the driver takes.", "100 W"),
        TransientFactor = map.OrElse("transient_factor", Quantities.Factor(1, 5), 1.0, "Millisecond peaks as a multiple of board power, 1 or more.", "1.8x"),
        Pcie = map.OptionalValue("pcie", CommonFormats.PcieLink, "Host link.", "{ gen: 4, lanes: 16 }"),
        Slots = map.OptionalValue("slots", Formats.Number(0.5, 8), "Height in expansion slots (2, 2.5, 3).", "3"),
        Length = map.OptionalValue("length", Quantities.Length, "Length of a typical board.", "313 mm"),
        Connectors = map.OrElse("connectors", CommonFormats.Connectors, [], "Power inputs that must all be connected; empty when the slot feeds the card."),
        Cooling = map.OrElse("cooling", CatalogWords.GpuCoolings, GpuCooling.OpenAir, "How the card is cooled."),
        UnifiedMemory = map.OrElse("unified_memory", Formats.Boolean, false, "Whether its memory is the system's memory."),
        Integrated = map.OrElse("integrated", Formats.Boolean, false, "Whether it needs no slot because it is part of a processor or a whole machine."),
        Price = PartFields.Price(map),
        Released = PartFields.Released(map),
        Source = PartFields.Source(map),
        Note = PartFields.Note(map),
    };

    private static void Check(Gpu gpu, MapCheck check)
    {
        check.Require(gpu.Vram.Count > 0, "vram", "vram must be more than zero", "write for example '24 GiB'");
        check.Require(gpu.Bandwidth.Value > 0, "bandwidth", "bandwidth must be more than zero", "write for example '936.2 GB/s'", "every prediction divides by it");
        check.Require(gpu.ComputeCapability is null || gpu.Vendor == "nvidia", "compute_capability", "only NVIDIA GPUs have a compute capability", "remove the key");
    }
}
