using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Speed;

/// <summary>
/// Time of one generated token: each device reads its share of weights and cache, one device after the other, plus fixed times.
/// </summary>
internal static class DecodeSpeed
{
    /// <summary>Generation speed with so many tokens already in the context, on average over the run.</summary>
    public static Estimate<TokensPerSecond> At(SpeedQuestion question, double depth)
    {
        var ledger = new Ledger();
        var owners = question.LayerOwners();
        for (var gpu = 0; gpu < question.Gpus.Length; gpu++) AddGpu(ledger, question, owners, gpu, depth);
        AddCpu(ledger, question, owners, depth);
        AddFixed(ledger, question, owners);
        return ledger.ToSpeed(1);
    }

    private static void AddGpu(Ledger ledger, SpeedQuestion question, ImmutableArray<int> owners, int gpu, double depth)
    {
        var (profile, assignment) = (question.Profile, question.Assignment);
        double dense = 0, experts = 0, cache = 0;
        for (var layer = 0; layer < owners.Length; layer++)
        {
            if (owners[layer] != gpu) continue;
            dense += profile.Dense[layer];
            if (layer >= assignment.ExpertsFrom) experts += profile.Experts[layer] * profile.UsedShare;
            cache += question.Cache.Read(layer, depth);
        }

        if (assignment.OutputGpu == gpu) dense += profile.Output;
        if (dense + experts + cache <= 0) return;
        var pace = question.Gpus[gpu];
        var name = pace.Gpu.Name;
        var efficiency = pace.Reading;
        var limit = $"memory bandwidth of {name}";
        ledger.Add($"weights read by {name}", dense / pace.Weights, efficiency.Spread, efficiency.Basis, efficiency.Source, limit);
        if (experts > 0)
            ledger.Add($"used experts read by {name}", experts / pace.Experts, efficiency.Spread, efficiency.Basis, efficiency.Source, limit);
        if (cache > 0)
            ledger.Add($"cache read by {name}", cache / pace.Cache(question.Quest.FlashAttention), efficiency.Spread, efficiency.Basis, efficiency.Source, limit);
    }

    private static void AddCpu(Ledger ledger, SpeedQuestion question, ImmutableArray<int> owners, double depth)
    {
        double weights = question.Assignment.UsesGpu ? 0 : question.Profile.Output, cache = 0;
        var layers = 0;
        for (var layer = 0; layer < owners.Length; layer++)
        {
            var bytes = question.CpuWeights(layer);
            if (bytes > 0) layers++;
            weights += bytes;
            if (owners[layer] < 0) cache += question.Cache.Read(layer, depth);
        }

        if (weights <= 0) return;
        var (pace, calibration) = (question.Cpu, question.Calibration.Cpu);
        var limit = pace.IsMemoryBound ? "memory bandwidth of the CPU" : "arithmetic of the CPU";
        ledger.Add("weights read from system memory", pace.Seconds(weights), calibration.DecodeSpread, pace.Basis, "bandwidth × share, or cores × clock", limit);
        if (cache > 0) ledger.Add("cache read from system memory", pace.Seconds(cache), calibration.DecodeSpread, pace.Basis, "bandwidth × share", limit);
        ledger.Add("fixed time of the CPU's layers", pace.Fixed(layers), calibration.DecodeSpread, pace.Basis, "per layer", "fixed time per layer");
    }

    private static void AddFixed(Ledger ledger, SpeedQuestion question, ImmutableArray<int> owners)
    {
        var used = 0;
        for (var gpu = 0; gpu < question.Gpus.Length; gpu++)
        {
            var layers = question.Assignment.LayersPerGpu[gpu];
            if (layers == 0) continue;
            var pace = question.Gpus[gpu];
            var decode = question.Calibration.Decode;
            var seconds = (layers * pace.PerLayer) + (ExpertLayers(question, owners, gpu) * decode.PerExpertLayer.Seconds);
            if (used++ == 0) seconds += pace.PerToken;
            else ledger.Add($"hand-over to {pace.Gpu.Name}", decode.PerHop.Seconds, pace.Reading.Spread, pace.Reading.Basis, "per additional card", "hand-over between cards");
            ledger.Add($"fixed time on {pace.Gpu.Name}", seconds, pace.Reading.Spread, pace.Reading.Basis, "per token, per layer", "fixed time per token (launches, synchronisation)");
        }
    }

    private static int ExpertLayers(SpeedQuestion question, ImmutableArray<int> owners, int gpu)
    {
        if (question.Profile.ExpertLayers == 0) return 0;
        var count = 0;
        for (var layer = 0; layer < owners.Length; layer++)
            if (owners[layer] == gpu && question.Profile.Experts[layer] > 0) count++;
        return count;
    }
}
