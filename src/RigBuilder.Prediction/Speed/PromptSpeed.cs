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
        var decode = DecodeSpeed.Plain(question, tokens);
        var spread = Math.Log(decode.High.Value / decode.Value.Value);
        ledger.Add("the first generated token", 1 / decode.Value.Value, spread, decode.Basis, "generation at this depth", decode.Limit ?? "generation");
        return ledger.ToDuration();
    }

    /// <summary>What a card does for a prompt.</summary>
    public static PromptWork CardWork(SpeedQuestion question, int gpu, int tokens)
    {
        var batch = Math.Clamp(question.Quest.EffectiveMicroBatch, 1, Math.Max(1, tokens));
        var work = Work.Of(question, gpu, batch);
        return new PromptWork(
            tokens, Math.Ceiling(tokens / (double)batch), work.Elements, work.ExpertElements, work.AttentionOperations(tokens), work.Bytes, work.Layers);
    }

    private static Ledger Time(SpeedQuestion question, int tokens)
    {
        var ledger = new Ledger();
        var used = 0;
        for (var gpu = 0; gpu < question.Gpus.Length; gpu++)
            if (question.Assignment.Uses(gpu)) used++;
        var gain = 1 + (question.Calibration.Prompt.GainPerGpu * Math.Max(0, used - 1));
        var (together, uncertain) = SideBySide.Prompts(question);
        gain *= together;
        if (question.Quest.Launch.Speculation is not null) gain *= question.Calibration.Launch.SpeculationPrompts;
        for (var gpu = 0; gpu < question.Gpus.Length; gpu++)
            if (question.Assignment.Uses(gpu)) AddCard(ledger, question, CardWork(question, gpu, tokens), gpu, gain);
        ledger.Widen(uncertain, ledger.Seconds);
        AddHost(ledger, question, CardWork(question, -1, tokens), tokens);
        return ledger;
    }

    private static void AddCard(Ledger ledger, SpeedQuestion question, in PromptWork work, int gpu, double gain)
    {
        var pace = question.Gpus[gpu];
        var (rates, know, names) = (pace.Prompt, pace.Computing, pace.Names);
        ledger.Add(names.Prompt, PromptFormula.WeightSeconds(work, rates) / gain, know, names.Arithmetic);
        ledger.Add(names.Attention, PromptFormula.AttentionSeconds(work, rates) / gain, know.AtLeast(pace.UnmeasuredComputing), names.Arithmetic);
        ledger.Add(names.Batches, PromptFormula.BatchSeconds(work, rates) / gain, know, names.Memory);
    }

    private static void AddHost(Ledger ledger, SpeedQuestion question, in PromptWork work, int tokens)
    {
        if (work.Bytes <= 0) return;
        var calibration = question.Calibration;
        // llama.cpp copies such weights to the GPU and computes there once a batch has at least 32 tokens.
        if (question.Assignment.UsesGpu && tokens >= 32)
        {
            var (pace, link) = (question.Gpus[0], question.Links[0]);
            var rate = (link?.Bandwidth.Value ?? pace.Bandwidth) * calibration.Load.LinkEfficiency;
            ledger.Add("weights copied over PCIe", work.Batches * work.Bytes / rate, calibration.Cpu.PromptSpread, Basis.Specification, "bytes / link", "PCIe link");
            ledger.Add("prompt arithmetic of copied layers", PromptFormula.WeightSeconds(work, pace.Prompt), pace.Computing, pace.Names.Arithmetic);
            ledger.Add("kernels launched for copied layers", work.Batches * work.Layers * pace.Prompt.PerLayer, pace.Computing, pace.Names.Arithmetic);
            // Their cache stays in system memory, and so does its attention.
            ledger.Add("attention of the CPU", work.Attention / question.Cpu.Operations, question.Cpu.Computing.AtLeast(calibration.Cpu.PromptSpread), "arithmetic of the CPU");
            return;
        }

        var cpu = question.Cpu;
        var know = cpu.Computing;
        ledger.Add("prompt arithmetic of the CPU", 2 * tokens * (work.Dense + work.Experts) / cpu.Operations, know, "arithmetic of the CPU");
        ledger.Add("attention of the CPU", work.Attention / cpu.Operations, know.AtLeast(calibration.Cpu.PromptSpread), "arithmetic of the CPU");
        ledger.Add("weights read from system memory", work.Batches * work.Bytes / cpu.PromptReading, know, "memory bandwidth of the CPU");
    }
}
