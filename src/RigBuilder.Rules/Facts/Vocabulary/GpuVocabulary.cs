using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Facts.Vocabulary;

/// <summary>What rules can say of a graphics card.</summary>
internal static class GpuVocabulary
{
    public static EntityType Type { get; } = new EntityBuilder<GpuFacts>()
        .Text("id", g => g.Part.Id, "Catalog id.")
        .Text("name", g => g.Part.Name, "Retail name.")
        .Word("vendor", Words.Vendor, g => g.Part.Vendor, "Maker of the chip.")
        .Word("segment", Words.Segment, g => (GpuSegment?)g.Part.Segment, "Market segment.")
        .Text("architecture", g => g.Part.Architecture, "Chip architecture, such as 'ampere'.")
        .Number("compute_capability", g => double.TryParse(g.Part.ComputeCapability, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null,
            "CUDA compute capability, such as 8.6; unknown for other makers.")
        .List("backends", Words.Backend, g => g.Part.Backends.CastArray<object>(), "llama.cpp backends that run on it, best first.")
        .Word("backend", Words.Backend, g => g.Part.Backends.IsEmpty ? null : g.Part.Backends[0], "The best of them.")
        .Size("vram", g => g.Part.Vram, "Video memory.")
        .Size("vram_used", g => g.Used, "Memory that the plan puts on this card.")
        .Size("vram_usable", g => g.Usable, "Memory of this card that can be used, the driver's share taken off.")
        .Bandwidth("bandwidth", g => g.Part.Bandwidth, "Peak memory bandwidth.")
        .Rate("fp16", g => g.Part.Fp16, "Dense FP16 rate.")
        .Rate("fp32", g => g.Part.Fp32, "FP32 rate.")
        .Word("matrix_units", Words.MatrixUnits, g => (MatrixUnits?)g.Part.MatrixUnits, "Matrix multiplication hardware.")
        .Power("power", g => g.Part.BoardPower, "Board power.")
        .Number("transient_factor", g => g.Part.TransientFactor, "Millisecond peaks as a multiple of board power.")
        .Number("pcie_gen", g => g.Part.Pcie?.Gen, "Generation of its own link.")
        .Number("pcie_lanes", g => g.Part.Pcie?.Lanes, "Lanes of its own link.")
        .Number("slots", g => g.Part.Slots, "Height in expansion slots.")
        .Length("length", g => g.Part.Length, "Length of a typical board.")
        .Word("cooling", Words.GpuCooling, g => (GpuCooling?)g.Part.Cooling, "How it is cooled.")
        .Number("eight_pins", g => Pins(g.Part, PowerConnector.Pcie8Pin), "PCIe 8-pin inputs.")
        .Number("sixteen_pins", g => Pins(g.Part, PowerConnector.TwelveVhpwr), "16-pin inputs.")
        .Number("eps_pins", g => Pins(g.Part, PowerConnector.Eps8Pin), "EPS 8-pin inputs, as server cards have.")
        .Flag("unified_memory", g => g.Part.UnifiedMemory, "Whether its memory is the system's memory.")
        .Flag("memory_assumed", g => g.Part.MemoryIsAssumed, "Whether the system's memory that it shares is not named, and the most that it can be given is assumed.")
        .Size("share_of", g => g.Part.Share?.Pool, "The system's memory that it takes its own from; unknown for memory of its own.")
        .Size("share_as_shipped", g => g.Part.Share?.AsShipped, "What it may take of it before anything is set.")
        .Text("share_raised_by", g => g.Part.Share?.RaisedBy, "What raises that share.")
        .Flag("integrated", g => g.Part.Integrated, "Whether it is part of a processor or a whole machine and needs no slot.")
        .Price("price", g => g.Part.Price?.Amount, "Typical price.")
        .Flag("price_is_estimate", g => g.Part.Price?.IsEstimate, "Whether the price is an estimate by its class.")
        .Flag("price_is_used", g => g.Part.Price is { } price ? price.Condition != PartCondition.New : null, "Whether the price is that of a used or refurbished one.")
        .Number("released", g => g.Part.Released, "Year of release.", FigureStyle.Year)
        .Text("note", g => g.Part.Note, "The catalog's note on it.")
        .Number("number", g => g.Number > 0 ? g.Number : null, "Its number in the rig, from 1.")
        .Flag("has_slot", g => g.Seat is { } seat ? seat.Slot is not null : null, "Whether an x16-size slot is left for it; unknown without board.")
        .Number("slot", g => g.Seat?.Slot?.Position, "Position of its slot, counted from the top.")
        .Flag("slot_from_cpu", g => g.Seat?.Slot?.FromCpu, "Whether its slot's lanes come from the CPU.")
        .Number("slot_lanes", g => g.Seat?.Slot?.Lanes, "Electrical lanes of its slot when nothing is shared.")
        .Number("link_gen", g => g.Seat?.Link?.Gen, "Generation that card, slot and CPU agree on.")
        .Number("link_lanes", g => g.Seat?.Link?.Lanes, "Lanes that card and slot agree on, lane sharing included.")
        .Bandwidth("link_bandwidth", g => g.Seat?.Link?.Bandwidth, "Bandwidth of that link, one direction.")
        .Flag("space_ok", g => g.Seat?.SpaceOk, "Whether it fits between its neighbours and the case's last opening.")
        .Number("room", g => g.Seat?.Room, "Openings from its slot to the next card or the case's last opening; unknown where neither limits it.")
        .Number("free_below", g => g.Seat?.FreeBelow, "Free slot openings between it and the next card; unknown for the last one.")
        .Build("gpu", "graphics cards", "A graphics card or accelerator; cards sit in the board's x16-size slots as the rig lists them, top down.");

    private static int Pins(Gpu gpu, PowerConnector type) => gpu.Connectors.Where(c => c.Type == type).Sum(c => c.Count);
}
