using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Speed;

/// <summary>
/// Generation for several users at once: one pass over the weights serves all of them, so it costs one token's time plus every
/// further user's cache, arithmetic and, with a mixture of experts, the experts that the others did not already touch.
/// </summary>
internal static class ServingSpeed
{
    /// <summary>Tokens per second of all users together.</summary>
    public static Estimate<TokensPerSecond> At(SpeedQuestion question, double depth)
    {
        var users = Math.Max(1, question.Quest.Users);
        var one = DecodeSpeed.At(question, depth);
        var spread = Math.Log(one.High.Value / one.Value.Value);
        var ledger = new Ledger();
        var limit = one.Limit ?? "generation";
        ledger.Add("one pass over the weights", 1 / one.Value.Value, spread, one.Basis, "generation of one user", limit);
        var (profile, others) = (question.Profile, users - 1);
        var rate = Rate(question);
        ledger.Add(
            "arithmetic of the other users", 2.0 * others * profile.ActiveElements / rate.Operations, spread, rate.Basis, "2 × active weights / prompt rate", "arithmetic");
        ledger.Add(
            "cache of the other users", others * question.Cache.ReadTotal(depth) / rate.Reading, spread, rate.Basis, "cache / bandwidth", limit);
        var touched = 1 - Math.Pow(1 - profile.UsedShare, users) - profile.UsedShare;
        ledger.Add("experts of the other users", profile.ExpertTotal * Math.Max(0, touched) / rate.Reading, spread, rate.Basis, "experts touched / bandwidth", limit);
        return ledger.ToSpeed(users);
    }

    private static (double Operations, double Reading, Basis Basis) Rate(SpeedQuestion question)
    {
        if (question.Assignment.Mode is PlacementMode.CpuOnly or PlacementMode.Partial)
            return (question.Cpu.Operations, question.Cpu.Reading, question.Cpu.Basis);
        var pace = question.Gpus[Math.Max(0, question.Assignment.OutputGpu)];
        // Small batches do not fill the matrix units: about a quarter of the prompt rate.
        return (pace.Prompt.Operations / 4, pace.Decode.Experts, pace.Computing.Basis);
    }
}
