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
        var owners = question.LayerOwners;
        var used = 0;
        for (var gpu = 0; gpu < question.Gpus.Length; gpu++)
            if (question.Assignment.LayersPerGpu[gpu] > 0) AddGpu(ledger, question, owners, gpu, depth, used++ == 0);
        AddCpu(ledger, question, owners, depth);
        return ledger.ToSpeed(1);
    }

    /// <summary>What a card does for a token.</summary>
    public static DecodeWork Work(SpeedQuestion question, ImmutableArray<int> owners, int gpu, double depth)
    {
        var (profile, assignment) = (question.Profile, question.Assignment);
        double dense = 0, experts = 0, cache = 0;
        int layers = 0, expertLayers = 0;
        for (var layer = 0; layer < owners.Length; layer++)
        {
            if (owners[layer] != gpu) continue;
            layers++;
            dense += profile.Dense[layer];
            cache += question.Cache.Read(layer, depth);
            if (layer < assignment.ExpertsFrom || profile.Experts[layer] <= 0) continue;
            expertLayers++;
            experts += profile.Experts[layer] * profile.UsedShare;
        }

        var elements = profile.ElementsOf(dense, experts);
        if (assignment.OutputGpu == gpu) (dense, elements) = (dense + profile.Output, elements + profile.OutputElements);
        return new DecodeWork(dense, experts, cache, elements, layers, expertLayers);
    }

    private static void AddGpu(Ledger ledger, SpeedQuestion question, ImmutableArray<int> owners, int gpu, double depth, bool first)
    {
        var pace = question.Gpus[gpu];
        var work = Work(question, owners, gpu, depth);
        var rates = pace.Decode;
        var (names, know) = (pace.Names, pace.Reading);
        ledger.Add(names.Weights, DecodeFormula.DenseSeconds(work, rates), know, names.Memory);
        ledger.Add(names.Experts, DecodeFormula.ExpertSeconds(work, rates), know, names.Memory);
        ledger.Add(names.Cache, DecodeFormula.CacheSeconds(work, rates), know.AtLeast(pace.UnmeasuredReading), names.Memory);
        ledger.Add(names.Arithmetic, DecodeFormula.ArithmeticSeconds(work, rates), know, names.Arithmetic);
        var decode = question.Calibration.Decode;
        var token = first ? decode.PerToken.Seconds : decode.PerHop.Seconds;
        ledger.Add(first ? names.Fixed : names.HandOver, DecodeFormula.LayerSeconds(work, rates) + (token / pace.DecodeFactor), know, "fixed time per token (launches, synchronisation)");
    }

    private static void AddCpu(Ledger ledger, SpeedQuestion question, ImmutableArray<int> owners, double depth)
    {
        var profile = question.Profile;
        double weights = question.Assignment.UsesGpu ? 0 : profile.Output, cache = 0;
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
        var know = pace.Generating;
        var elements = profile.ReadPerToken > 0 ? profile.ActiveElements * weights / profile.ReadPerToken : 0;
        ledger.Add("weights read from system memory", weights / pace.Reading, know, "memory bandwidth of the CPU");
        ledger.Add("cache read from system memory", cache / pace.Reading, know.AtLeast(calibration.DecodeSpread), "memory bandwidth of the CPU");
        ledger.Add("arithmetic of the CPU", elements / pace.Elements, know, "arithmetic of the CPU");
        ledger.Add("fixed time of the CPU's layers", layers * pace.PerLayer, know, "fixed time per layer");
    }
}
