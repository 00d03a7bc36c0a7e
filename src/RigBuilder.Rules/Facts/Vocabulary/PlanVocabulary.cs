using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction;
using RigBuilder.Rules.Expressions.Types;

namespace RigBuilder.Rules.Facts.Vocabulary;

/// <summary>What rules can say of the prediction.</summary>
internal static class PlanVocabulary
{
    public static EntityType Plan { get; } = new EntityBuilder<RigFacts>()
        .Word("mode", Words.Mode, f => f.Placement?.Mode, "Where the model runs; unknown without model and quantisation, as most of the plan.")
        .Flag("runs", f => f.Placement is { } placement ? placement.Mode != PlacementMode.DoesNotFit : null, "Whether the model runs at all.")
        .Text("shortfall", f => f.Placement?.Shortfall, "What would be needed when it does not fit, in words.")
        .Size("weights", f => f.Memory?.Weights, "Memory for the weights: about the size of the model's file.")
        .DriveSize("file_size", f => f.Memory?.Weights, "The same in decimal units, as drives count.")
        .Size("kv", f => f.Memory?.Kv, "Memory for the key/value cache of all users.")
        .Size("compute", f => f.Memory?.Compute, "Compute buffers.")
        .Size("overhead", f => f.Memory?.Overhead, "Fixed cost of drivers and allocators.")
        .Size("memory_needed", f => f.Memory?.Total, "All kinds together.")
        .Size("vram_needed", f => f.Memory?.VramNeeded, "VRAM needed to run wholly on the rig's GPUs.")
        .Size("vram_usable", f => f.Memory?.VramUsable, "VRAM that can be used on all GPUs together.")
        .Size("host_memory_needed", f => f.HostMemoryNeeded, "What the plan puts in system memory.")
        .Number("gpu_layers", f => f.Placement?.GpuLayers, "Layers on GPUs, the output layer counted.")
        .Number("total_layers", f => f.Placement?.TotalLayers, "All layers, the output layer counted.")
        .Number("cpu_expert_layers", f => f.Placement?.CpuExpertLayers, "Layers whose experts stay in system memory.")
        .Word("backend", Words.Backend, f => f.Placement?.Backend, "llama.cpp backend assumed.")
        .Number("largest_context", f => f.Placement?.LargestContext, "Longest context per user that still runs in the same way.")
        .Speed("decode", f => f.Forecast.Decode?.Value, "Generation speed of one user at the start of a context.")
        .Speed("decode_low", f => f.Forecast.Decode?.Low, "Lower end of its range.")
        .Speed("decode_high", f => f.Forecast.Decode?.High, "Upper end of its range.")
        .Speed("decode_full", f => f.Forecast.DecodeAtFullContext?.Value, "Generation speed when the context is nearly full.")
        .Text("decode_limit", f => f.Forecast.Decode?.Limit, "What limits generation, in words.")
        .Word("decode_basis", Words.Basis, f => f.Forecast.Decode?.Basis, "What the generation speed rests on, strongest first.")
        .Speed("prompt", f => f.Forecast.Prompt?.Value, "Prompt speed.")
        .Time("first_token", f => f.Forecast.FirstToken?.Value, "Time to the first token of a prompt that fills half of the context.")
        .Time("load_time", f => f.Forecast.Load?.Value, "Time to load the weights from the drive.")
        .Power("watts_rated", f => f.Power.Rated, "Draw of all parts at their limits at once.")
        .Power("watts_peak", f => f.Power.Peak, "Millisecond peak that the supply must ride through.")
        .Power("watts_generating", f => f.Power.Generating, "Draw while generating.")
        .Power("watts_recommended", f => f.Power.RecommendedPsu, "Supply rating recommended for these parts.")
        .Number("psu_load", f => f.Power.PsuLoad, "Rated draw as share of the supply's rating.", FigureStyle.Percent)
        .Number("energy_per_million", Dimension.Energy, f => f.Power.PerMillionTokens?.Joules, "Energy for a million generated tokens.")
        .Price("cost_per_million", f => f.Power.CostPerMillionTokens, "Electricity cost of a million generated tokens.")
        .Price("price", f => f.Forecast.Price.Total, "Sum of the prices of what must be bought, estimates included; what has neither counts nothing.")
        .Price("price_estimated", f => f.Forecast.Price.Estimated, "The part of the price that is estimated.")
        .Text("price_words", f => f.Forecast.Price.Words, "The price in words: about, at least, nothing to buy.")
        .Number("unpriced", f => f.Forecast.Price.Unpriced.Length, "Parts with neither a price nor an estimate.")
        .Text("unpriced_names", f => string.Join(", ", f.Forecast.Price.Unpriced.Distinct()), "Their names.")
        .Build("plan", "plans", "What is predicted of the rig and the quest.");

    public static EntityType SystemMemory { get; } = new EntityBuilder<SystemMemory>()
        .Size("capacity", m => m.Capacity, "Size of all modules.")
        .Word("type", Words.MemoryType, m => (MemoryType?)m.Type, "Memory type.")
        .DataRate("speed", m => m.Speed, "Data rate it will run at.")
        .Number("channels", m => m.Channels, "Channels in use.")
        .Bandwidth("bandwidth", m => m.Bandwidth, "Peak bandwidth: speed × 8 bytes × channels.")
        .Text("speed_limit", m => m.SpeedLimit, "What holds it below the kit's rating, in words.")
        .Build("system_memory", "system memories", "System memory as kits, board and CPU make it together; unknown without a RAM kit.");
}
