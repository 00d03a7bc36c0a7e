using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Speed;

/// <summary>
/// Time of one generated token: each device reads its share of weights and cache, one device after the other, plus fixed times.
/// </summary>
internal static class DecodeSpeed
{
    /// <summary>Generation speed with so many tokens already in the context, on average over the run.</summary>
    public static Estimate<TokensPerSecond> At(SpeedQuestion question, double depth) =>
        question.Quest.Launch.Speculation is { } speculation
            ? SpeculationGain.Of(question, speculation, depth, Plain(question, depth))
            : Plain(question, depth);

    /// <summary>The same without speculative decoding.</summary>
    public static Estimate<TokensPerSecond> Plain(SpeedQuestion question, double depth)
    {
        var ledger = new Ledger();
        if (question.Assignment.IsSideBySide) SideBySide.AddDecode(ledger, question, depth);
        else
        {
            var used = 0;
            for (var gpu = 0; gpu < question.Gpus.Length; gpu++)
                if (question.Assignment.Uses(gpu)) AddGpu(ledger, question, gpu, depth, used++ == 0);
        }

        AddCpu(ledger, question, depth);
        return ledger.ToSpeed(1);
    }

    /// <summary>What a card does for a token.</summary>
    public static DecodeWork Work(SpeedQuestion question, int gpu, double depth)
    {
        var (profile, assignment) = (question.Profile, question.Assignment);
        double dense = 0, experts = 0, cache = 0;
        int layers = 0, expertLayers = 0;
        var owners = question.LayerOwners;
        for (var layer = 0; layer < profile.Layers; layer++)
        {
            var mine = assignment.DenseOn(profile, layer, gpu);
            var used = assignment.ExpertsOn(profile, layer, gpu) * profile.UsedShare;
            if (owners[layer] == gpu || (assignment.IsSideBySide && mine > 0)) layers++;
            dense += mine;
            cache += question.Cache.Read(layer, depth) * assignment.CacheShareOn(layer, profile.Layers, gpu);
            if (used <= 0) continue;
            expertLayers++;
            experts += used;
        }

        var elements = profile.ElementsOf(dense, experts);
        if (profile.Output > 0 && assignment.OutputOn(profile, gpu) is > 0 and var output)
            (dense, elements) = (dense + output, elements + (profile.OutputElements * output / profile.Output));
        return new DecodeWork(dense, experts, cache, elements, layers, expertLayers);
    }

    /// <summary>Adds the times of a card for a token.</summary>
    internal static void AddGpu(Ledger ledger, SpeedQuestion question, int gpu, double depth, bool first)
    {
        var pace = question.Gpus[gpu];
        var work = Work(question, gpu, depth);
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

    private static void AddCpu(Ledger ledger, SpeedQuestion question, double depth)
    {
        var profile = question.Profile;
        double weights = question.Assignment.OutputGpu >= 0 ? 0 : profile.Output, cache = 0;
        var layers = 0;
        var owners = question.LayerOwners;
        for (var layer = 0; layer < owners.Length; layer++)
        {
            var bytes = question.CpuWeights(layer);
            if (bytes > 0) layers++;
            weights += bytes;
            if (owners[layer] < 0) cache += question.Cache.Read(layer, depth);
        }

        if (weights <= 0) return;
        var (pace, calibration) = (question.Cpu, question.Calibration.Cpu);
        // Experts in system memory beside layers on a card reach less of it, and less alike, than a model wholly there.
        var know = question.Assignment.UsesGpu && profile.ExpertLayers > 0
            ? pace.Generating with { Spread = pace.Generating.Spread + question.Calibration.Launch.HostedExpertsSpread }
            : pace.Generating;
        var elements = profile.ReadPerToken > 0 ? profile.ActiveElements * weights / profile.ReadPerToken : 0;
        ledger.Add("weights read from system memory", weights / pace.Reading, know, "memory bandwidth of the CPU");
        ledger.Add("cache read from system memory", cache / pace.Reading, know.AtLeast(calibration.DecodeSpread), "memory bandwidth of the CPU");
        ledger.Add("arithmetic of the CPU", elements / pace.Elements, know, "arithmetic of the CPU");
        ledger.Add("fixed time of the CPU's layers", layers * pace.PerLayer, know, "fixed time per layer");
    }
}
