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
        var one = DecodeSpeed.Plain(question, depth);
        var spread = Math.Log(one.High.Value / one.Value.Value);
        var ledger = new Ledger();
        var limit = one.Limit ?? "generation";
        ledger.Add("one pass over the weights", 1 / one.Value.Value, spread, one.Basis, "generation of one user", limit);
        for (var card = 0; card < question.Gpus.Length; card++)
            if (question.Assignment.Uses(card))
                AddDevice(ledger, question, card, depth, (spread, limit));
        AddDevice(ledger, question, -1, depth, (spread, limit));
        return ledger.ToSpeed(users);
    }

    private static void AddDevice(Ledger ledger, SpeedQuestion question, int device, double depth, (double Spread, string Limit) one)
    {
        var users = question.Quest.Users;
        var (alone, together) = (Work.Of(question, device, 1), Work.Of(question, device, users));
        var cache = 0.0;
        var layers = question.Profile.Layers;
        for (var layer = 0; layer < layers; layer++) cache += question.Cache.Read(layer, depth) * question.Assignment.CacheShareOn(layer, layers, device);
        var (operations, reading, basis) = Rate(question, device);
        var name = device < 0 ? "the CPU" : question.Gpus[device].Gpu.Name;
        var others = users - 1;
        ledger.Add(
            $"arithmetic of the other users on {name}", 2.0 * others * (alone.Elements + alone.ExpertElements) / operations, one.Spread, basis, "2 × active weights / prompt rate", "arithmetic");
        ledger.Add($"cache of the other users read by {name}", others * cache / reading, one.Spread, basis, "cache / bandwidth", one.Limit);
        ledger.Add(
            $"experts of the other users read by {name}", Math.Max(0, together.Bytes - alone.Bytes) / reading, one.Spread, basis, "experts touched / bandwidth", one.Limit);
    }

    // Small batches do not fill the matrix units: about a quarter of the prompt rate.
    private static (double Operations, double Reading, Basis Basis) Rate(SpeedQuestion question, int device)
    {
        if (device < 0) return (question.Cpu.Operations, question.Cpu.Reading, question.Cpu.Computing.Basis);
        var pace = question.Gpus[device];
        return (pace.Prompt.Operations / 4, pace.Decode.Experts, pace.Computing.Basis);
    }
}
