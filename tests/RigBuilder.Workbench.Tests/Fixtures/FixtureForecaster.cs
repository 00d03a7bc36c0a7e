using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Prediction;
using RigBuilder.Prediction.Systems;

namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>
/// A prediction of a few lines with constants that never change: weights by bits, cache by layers, speed by bandwidth. Good
/// enough to tell parts apart on a screen.
/// </summary>
public sealed class FixtureForecaster : IForecaster
{
    public Forecast Predict(Rig rig, Quest quest)
    {
        var rated = rig.Gpus.Sum(g => g.BoardPower?.Value ?? 0) + (rig.Cpu?.Tdp?.Value ?? 0) + (rig.Parts.Any() ? 60 : 0);
        var memory = Memory(rig, quest);
        var placement = memory is null ? null : Place(rig, quest, memory);
        var decode = memory is null || placement is null ? null : Decode(rig, quest, memory, placement);
        var power = new PowerForecast
        {
            Rated = Watts.FromValue(rated),
            Peak = Watts.FromValue(rated * 1.4),
            Generating = Watts.FromValue(rated * 0.75),
            RecommendedPsu = Watts.FromValue(Math.Ceiling(rated * 1.3 / 50) * 50),
            PsuLoad = rig.Psu is { } psu ? rated / psu.Power.Value : null,
            Basis = Basis.Specification,
            PerMillionTokens = decode is null ? null : Energy.FromJoules(rated * 0.75 * 1e6 / decode.Value.Value),
        };
        return new Forecast
        {
            Memory = memory,
            Placement = placement,
            Decode = decode,
            Prompt = decode is null ? null : Speed(decode.Value.Value * 30),
            FirstToken = decode is null ? null : Time(quest.Context / 2 / (decode.Value.Value * 30)),
            Load = memory is null || rig.Ssds.IsEmpty ? null : Time(memory.Weights.Count / rig.Ssds[0].Read.Value),
            Power = power,
            Price = Prices.Of(rig, decode?.Value),
        };
    }

    private static MemoryForecast? Memory(Rig rig, Quest quest)
    {
        if (quest.Model is not { } model || quest.Quant is not { } quant) return null;
        var weights = Bytes.FromDouble(model.Parameters * quant.BitsPerWeight / 8);
        var elements = (double)model.Shape.Layers * model.Shape.KvHeads * model.Shape.HeadDim * 2 * quest.Context * quest.Users;
        var kv = Bytes.FromDouble(elements * (quest.KeyType == KvType.F16 ? 2 : quest.KeyType == KvType.Q8_0 ? 1.0625 : 0.5625));
        var (compute, overhead) = (Bytes.FromMiB(400), Bytes.FromMiB(300 * Math.Max(1, rig.Gpus.Length)));
        var usable = rig.Gpus.Aggregate(Bytes.Zero, (sum, g) => sum + (g.Vram * 0.97));
        var ram = rig.Memory.Aggregate(Bytes.Zero, (sum, m) => sum + m.Capacity);
        var needed = weights + kv + compute + overhead;
        var onGpu = needed < usable ? needed : usable;
        return new MemoryForecast
        {
            Weights = weights,
            Kv = kv,
            Compute = compute,
            Overhead = overhead,
            VramNeeded = needed,
            VramUsable = usable,
            Low = needed * 0.98,
            High = needed * 1.02,
            Basis = Basis.Specification,
            PerDevice = [new DeviceMemory("GPU", true, 0, onGpu, Bytes.Zero, Bytes.Zero, Bytes.Zero, usable), new DeviceMemory("CPU", false, 0, needed - onGpu, Bytes.Zero, Bytes.Zero, Bytes.Zero, ram)],
        };
    }

    private static Placement Place(Rig rig, Quest quest, MemoryForecast memory)
    {
        var layers = quest.Model!.Shape.Layers + 1;
        var ram = rig.Memory.Aggregate(Bytes.Zero, (sum, m) => sum + m.Capacity);
        var fits = memory.VramNeeded <= memory.VramUsable;
        var mode = fits ? rig.Gpus.Length > 1 ? PlacementMode.MultiGpu : PlacementMode.SingleGpu
            : memory.Total > memory.VramUsable + ram ? PlacementMode.DoesNotFit
            : rig.Gpus.IsEmpty ? PlacementMode.CpuOnly : PlacementMode.Partial;
        var share = fits ? 1 : memory.VramUsable / memory.VramNeeded;
        return new Placement
        {
            Mode = mode,
            GpuLayers = (int)(layers * share),
            TotalLayers = layers,
            Backend = rig.Gpus.IsEmpty ? "cpu" : "cuda",
            Launch = $"llama-server -m {quest.Model.Id}-{quest.Quant!.Id}.gguf -ngl {(int)(layers * share)} -c {quest.Context}",
            Shortfall = mode == PlacementMode.DoesNotFit ? $"{memory.Total} needed" : null,
        };
    }

    private static Estimate<TokensPerSecond>? Decode(Rig rig, Quest quest, MemoryForecast memory, Placement placement)
    {
        if (placement.Mode == PlacementMode.DoesNotFit) return null;
        var active = quest.Model!.ActiveParameters / quest.Model.Parameters;
        var share = placement.Mode switch { PlacementMode.CpuOnly => 0, PlacementMode.Partial => memory.VramUsable / memory.VramNeeded, _ => 1.0 };
        var bytes = (memory.Weights.Count * active) + memory.Kv.Count;
        var fast = rig.Gpus.IsEmpty ? 1 : rig.Gpus.Average(g => g.Bandwidth.Value) * 0.7;
        var seconds = (share > 0 ? bytes * share / fast : 0) + (bytes * (1 - share) / 50e9);
        return Speed(1 / seconds);
    }

    private static Estimate<TokensPerSecond> Speed(double value) =>
        new(TokensPerSecond.FromValue(value), TokensPerSecond.FromValue(value * 0.9), TokensPerSecond.FromValue(value * 1.1), Basis.Fitted, []);

    private static Estimate<Duration> Time(double seconds) =>
        new(Duration.FromSeconds(seconds), Duration.FromSeconds(seconds * 0.9), Duration.FromSeconds(seconds * 1.1), Basis.Specification, []);
}
