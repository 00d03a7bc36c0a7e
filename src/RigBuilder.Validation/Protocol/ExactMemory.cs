using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Gguf;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Protocol;

/// <summary>
/// Asks llama.cpp itself what a quest would take in system memory, in a process of its own: without a file, without allocating.
/// </summary>
/// <param name="launcher">Starts the inference process.</param>
/// <param name="time">Clock of the watchdog.</param>
public sealed class ExactMemory(IInferenceLauncher launcher, TimeProvider time)
{
    /// <summary>
    /// Tokens in all contexts together. The planner allocates no cache, but some 50 bytes of its own for each cell: this many take
    /// a second and 1 GB; models are trained for half as many at most.
    /// </summary>
    public const int MostTokens = 20_000_000;

    /// <summary>Longest silence of the planner, which answers within a second or two.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Weights, cache and compute buffers of a complete quest.</summary>
    public async Task<Attempt<BufferReport>> MeasureAsync(Quest quest, CancellationToken cancellation)
    {
        if (quest is not { Model: { } model, Quant: { } quant })
            return Attempt<BufferReport>.Failed(InferenceDiagnostics.Contradiction("nothing to plan: the quest has no model or no quantisation", "choose both"));
        if ((long)quest.Context * quest.Users > MostTokens)
            return Attempt<BufferReport>.Failed(InferenceDiagnostics.Contradiction(
                $"{quest.Context} tokens for {quest.Users} users are too many for llama.cpp's planner", $"all contexts together may have {MostTokens} tokens; leave out --exact for more"));
        var synthetic = new SyntheticModel(model, quant);
        if (synthetic.Obstacle() is { } obstacle) return Attempt<BufferReport>.Failed(obstacle);
        var head = synthetic.Header.Bytes;
        var job = new InferenceJob
        {
            Load = new LoadOptions { ModelPath = "" },
            Context = Context(quest),
            PlanHead = [.. head],
            PlanWeights = synthetic.FileSize - Bytes.FromCount(head.Length),
        };
        var result = await new InferenceSupervisor(launcher, _ => Patience, time).RunAsync(job, null, cancellation).ConfigureAwait(false);
        if (result.Events.OfType<InferenceEvent.ContextMeasured>().LastOrDefault() is { } measured) return Attempt<BufferReport>.Of(measured.Memory);
        return Attempt<BufferReport>.Failed(result.Diagnostics.IsEmpty ? [InferenceDiagnostics.ChildDied("ended without an answer", null)] : result.Diagnostics);
    }

    /// <summary>The context that a quest asks for.</summary>
    public static ContextOptions Context(Quest quest, int threads = 1) => new()
    {
        Context = (int)Math.Min(int.MaxValue, (long)quest.Context * quest.Users),
        Sequences = quest.Users,
        MicroBatch = quest.EffectiveMicroBatch,
        Batch = quest.Launch.Batch ?? Math.Max(2048, quest.MicroBatch),
        KeyType = quest.KeyType,
        ValueType = quest.ValueType,
        FlashAttention = quest.FlashAttention,
        Threads = threads,
    };
}
