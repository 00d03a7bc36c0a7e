using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Facts.Vocabulary;

/// <summary>What rules can say of the rig as a whole.</summary>
internal static class RigVocabulary
{
    public static EntityType Missing { get; } = new EntityBuilder<MissingPart>()
        .Word("slot", Words.Slot, m => (PartKind?)m.Kind, "The slot.")
        .Text("id", m => m.Selection.PartId, "The id as saved.")
        .Text("suggestion", m => m.Suggestion, "The nearest known id.")
        .Build("missing_part", "missing parts", "A selection that the catalog does not know.");

    public static EntityType Cables { get; } = new EntityBuilder<Cabling>()
        .Number("sixteen_pins_needed", c => c.SixteenPinNeeded, "16-pin inputs of all cards.")
        .Number("sixteen_pins_offered", c => c.SixteenPinOffered, "16-pin plugs of the supply.")
        .Number("adapters", c => c.Adapters, "16-pin inputs that need an adapter from 8-pin plugs.")
        .Number("eight_pins_needed", c => c.EightPinNeeded, "PCIe 8-pin plugs needed, adapters and 6-pin inputs included.")
        .Number("eight_pins_offered", c => c.EightPinOffered, "PCIe 8-pin plugs of the supply.")
        .Number("board_eps_needed", c => c.BoardEps, "EPS inputs of the board.")
        .Number("card_eps_needed", c => c.CardEps, "EPS inputs of cards.")
        .Number("eps_offered", c => c.EpsOffered, "EPS plugs of the supply.")
        .Build("cables", "cables", "Power connectors needed and offered; plugs of the supply are 0 without one.");

    public static EntityType Rig { get; } = new EntityBuilder<RigFacts>()
        .List("gpus", GpuVocabulary.Type, f => f.Gpus, "Graphics cards, in slot order.")
        .Number("gpu_count", f => f.Rig.Gpus.Length, "Number of GPUs.")
        .Number("card_count", f => f.CardCount, "Number of GPUs that need a slot.")
        .Text("gpu_names", f => f.GpuNames, "Names of the GPUs with their number.")
        .Size("vram", f => RigFacts.Sum(f.Rig.Gpus.Select(g => g.Vram)), "Video memory of all GPUs.")
        .Size("vram_usable", f => f.Memory?.VramUsable, "VRAM that can be used on all GPUs together; unknown without model and quantisation.")
        .Size("largest_vram", f => f.Rig.Gpus.IsEmpty ? null : f.Rig.Gpus.Max(g => g.Vram), "Video memory of the largest GPU.")
        .Flag("same_gpus", f => f.Rig.Gpus.IsEmpty ? null : f.Rig.Gpus.All(g => g.Id == f.Rig.Gpus[0].Id), "Whether all GPUs are the same.")
        .List("memory_kits", PartVocabulary.Memory, f => f.Kits, "RAM kits.")
        .Number("kit_count", f => f.Rig.Memory.Length, "Number of RAM kits.")
        .Number("memory_modules", f => f.Rig.Memory.Sum(k => k.Modules), "Number of RAM modules.")
        .Size("memory_capacity", f => RigFacts.Sum(f.Rig.Memory.Select(k => k.Capacity)), "Size of all RAM.")
        .DataRate("official_memory_speed", f => f.OfficialMemorySpeed, "Highest data rate that the processor is specified for with the first kit's type of memory.")
        .List("ssds", PartVocabulary.Ssd, f => f.Ssds, "Drives.")
        .Number("ssd_count", f => f.Rig.Ssds.Length, "Number of drives.")
        .Number("nvme_count", f => f.Rig.Ssds.Count(s => s.Interface == SsdInterface.NvmeM2), "Number of M.2 drives.")
        .Number("sata_count", f => f.Rig.Ssds.Count(s => s.Interface == SsdInterface.Sata), "Number of SATA drives.")
        .DriveSize("storage", f => RigFacts.Sum(f.Rig.Ssds.Select(s => s.Capacity)), "Capacity of all drives.")
        .List("missing", Missing, f => f.Rig.Missing.CastArray<object>(), "Selections that the catalog does not know.")
        .Flag("empty", f => !f.Rig.Parts.Any() && f.Rig.Missing.IsEmpty, "Whether nothing is equipped.")
        .Flag("whole_machine", f => f.Rig.Machine is { } machine ? !machine.IsOpen : f.Rig.Gpus.Any(g => g.Integrated && g.Segment == GpuSegment.Integrated && f.Rig.Cpu is null && f.Rig.Motherboard is null),
            "Whether it is a machine bought as one, by its name or by its GPU's, and not a board in a case.")
        .Build("rig", "rigs", "The rig as a whole.");
}
