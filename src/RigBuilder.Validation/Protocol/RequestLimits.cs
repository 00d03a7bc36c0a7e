using System.Collections.Immutable;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Protocol;

/// <summary>What a request may ask for: nothing that contradicts itself, and no number that no machine could serve.</summary>
internal static class RequestLimits
{
    /// <summary>Tokens in all contexts together: a hundred times what models are trained for.</summary>
    private const long MostTokens = 100_000_000;

    /// <summary>A test's time is over long before.</summary>
    private const int MostRepetitions = 10_000;

    /// <summary>Everything that is wrong with a request, all at once; empty when nothing is.</summary>
    public static ImmutableArray<Diagnostic> Contradictions(ValidationRequest request)
    {
        var wrong = ImmutableArray.CreateBuilder<Diagnostic>();
        void Add(bool isWrong, string message, string help)
        {
            if (isWrong) wrong.Add(InferenceDiagnostics.Contradiction(message, help));
        }

        var quest = request.Quest;
        Add(request.GgufPath is null && !quest.IsComplete, "nothing to run: the quest has no model or no quantisation", "choose both, or name a file with --gguf");
        Add(Quest.IsQuantised(quest.ValueType) && !quest.FlashAttention, "quantised values in the cache need flash attention", "turn flash attention on, or use f16");
        Add(
            quest.Context < 1 || quest.Users < 1 || request.Repetitions < 1 || request.Threads < 1 || request.Depths.Any(d => d < 1),
            "context, users, repetitions, threads and depths must be at least 1", "give positive numbers");
        Add(request.GpuLayers < 0, $"{request.GpuLayers} layers cannot lie on GPUs", "give 0 for the CPU alone, or a number above the model's layers for all");
        Add((long)quest.Context * quest.Users > MostTokens, $"{quest.Context} tokens for {quest.Users} users are too many", $"all contexts together may have {MostTokens} tokens");
        Add(
            request.Depths.Any(d => d > MostTokens - SpeedTest.Generation.Tokens), $"a depth of {request.Depths.DefaultIfEmpty().Max()} tokens is too much",
            $"a depth may be {MostTokens - SpeedTest.Generation.Tokens} tokens at most");
        Add(request.Repetitions > MostRepetitions, $"{request.Repetitions} repetitions are too many", $"take {MostRepetitions} at most");
        Add(
            request.Threads > Environment.ProcessorCount, $"{request.Threads} threads are more than the {Environment.ProcessorCount} processors that may be used here",
            "threads that wait for a processor keep all others waiting: take fewer, or leave out --threads");
        Add(quest.Kind != WorkloadKind.Inference, "fine-tuning cannot be validated", "validate the same model with an inference quest");
        Add(request is { GgufPath: not null, Fill: WeightFill.Random }, "a real file has its own weights", "leave out either --gguf or --random-weights");
        return wrong.ToImmutable();
    }
}
