using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Speed;

/// <summary>
/// Time of a prompt, micro-batch by micro-batch: arithmetic of weights and attention at the device's effective rate, plus one
/// reading of the weights; weights that live in system memory are copied to the GPU first, as llama.cpp does for large batches.
/// </summary>
internal static class PromptSpeed
{
    private const int BenchTokens = 512;

    /// <summary>Prompt speed over 512 tokens from an empty context (llama-bench's pp512).</summary>
    public static Estimate<TokensPerSecond> Bench(SpeedQuestion question)
    {
        var tokens = Math.Max(1, Math.Min(BenchTokens, question.Quest.Context));
        return Time(question, tokens).ToSpeed(tokens);
    }

    /// <summary>Time until the first token of a prompt of so many tokens.</summary>
    public static Estimate<Duration> FirstToken(SpeedQuestion question, int tokens)
    {
        var ledger = Time(question, tokens);
        var decode = DecodeSpeed.At(question, tokens);
        var spread = Math.Log(decode.High.Value / decode.Value.Value);
        ledger.Add("the first generated token", 1 / decode.Value.Value, spread, decode.Basis, "generation at this depth", decode.Limit ?? "generation");
        return ledger.ToDuration();
    }

    private static Ledger Time(SpeedQuestion question, int tokens)
    {
        var ledger = new Ledger();
        var owners = question.LayerOwners();
        var batch = Math.Clamp(question.Quest.MicroBatch, 1, Math.Max(1, tokens));
        var batches = Math.Ceiling(tokens / (double)batch);
        var assignment = question.Assignment;
        var gain = 1 + (question.Calibration.Prompt.GainPerGpu * Math.Max(0, assignment.LayersPerGpu.Count(n => n > 0) - 1));
        for (var gpu = 0; gpu < question.Gpus.Length; gpu++)
            AddDevice(ledger, question, owners, gpu, tokens, batch, batches, gain);
        AddHost(ledger, question, owners, tokens, batch, batches);
        return ledger;
    }

    private static void AddDevice(
        Ledger ledger, SpeedQuestion question, ImmutableArray<int> owners, int gpu, int tokens, int batch, double batches, double gain)
    {
        var work = Work.Of(question, owners, gpu, batch);
        if (work.Bytes <= 0) return;
        var pace = question.Gpus[gpu];
        var prompt = question.Calibration.Prompt;
        var attention = question.Quest.FlashAttention ? prompt.AttentionEfficiency : prompt.AttentionEfficiencyWithoutFlash;
        var seconds = (2.0 * tokens * (work.Elements + (work.ExpertElements / Math.Exp(prompt.ExpertEffect))) / pace.Operations)
            + (batches * work.Bytes / pace.Bandwidth);
        var (spread, basis, source) = (pace.Computing.Spread, pace.Computing.Basis, pace.Computing.Source);
        ledger.Add($"prompt arithmetic of {pace.Gpu.Name}", seconds / gain, spread, basis, source, $"arithmetic of {pace.Gpu.Name}");
        ledger.Add(
            $"attention of {pace.Gpu.Name}", work.AttentionOperations(tokens) / (pace.Operations * attention) / gain, spread, basis, source, $"arithmetic of {pace.Gpu.Name}");
    }

    private static void AddHost(Ledger ledger, SpeedQuestion question, ImmutableArray<int> owners, int tokens, int batch, double batches)
    {
        var work = Work.Of(question, owners, -1, batch);
        if (work.Bytes <= 0) return;
        var calibration = question.Calibration;
        // llama.cpp copies such weights to the GPU and computes there once a batch has at least 32 tokens.
        if (question.Assignment.UsesGpu && batch >= 32 && question.Gpus.Length > 0)
        {
            var (pace, link) = (question.Gpus[0], question.Links[0]);
            var rate = (link?.Bandwidth.Value ?? pace.Bandwidth) * calibration.Load.LinkEfficiency;
            ledger.Add("weights copied over PCIe", batches * work.Bytes / rate, calibration.Cpu.PromptSpread, Basis.Specification, "bytes / link", "PCIe link");
            ledger.Add(
                "prompt arithmetic of copied layers", 2.0 * tokens * (work.Elements + work.ExpertElements) / pace.Operations,
                pace.Computing.Spread, pace.Computing.Basis, pace.Computing.Source, $"arithmetic of {pace.Gpu.Name}");
            return;
        }

        var cpu = question.Cpu;
        var seconds = (2.0 * tokens * (work.Elements + work.ExpertElements) / cpu.Operations) + (batches * work.Bytes / cpu.Bandwidth);
        ledger.Add("prompt arithmetic of the CPU", seconds, calibration.Cpu.PromptSpread, cpu.Basis, "cores × clock", "arithmetic of the CPU");
        ledger.Add(
            "attention of the CPU", 2 * work.AttentionOperations(tokens) / cpu.Operations, calibration.Cpu.PromptSpread, cpu.Basis, "cores × clock", "arithmetic of the CPU");
    }
}
