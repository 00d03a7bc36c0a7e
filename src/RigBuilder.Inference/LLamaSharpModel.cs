using LLama;
using LLama.Exceptions;
using LLama.Native;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Units;
using RigBuilder.Domain.Workloads;
using RigBuilder.LlamaCpp;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>A model that LLamaSharp has loaded.</summary>
internal sealed class LLamaSharpModel : ILoadedModel
{
    private readonly LLamaWeights _weights;
    private readonly LoadOptions _options;
    private readonly NativeLog _log;
    private readonly bool _cpuComputes;

    public LLamaSharpModel(LLamaWeights weights, LoadOptions options, NativeLog log, Duration loadTime, bool cpuComputes)
    {
        (_weights, _options, _log, _cpuComputes, LoadTime) = (weights, options, log, cpuComputes, loadTime);
        Weights = BufferLog.Read(log.Lines);
        var handle = weights.NativeHandle;
        Facts = new ModelFacts(handle.Description, Bytes.FromCount((long)handle.SizeInBytes), handle.ParameterCount, handle.LayerCount, weights.Vocab.Count);
    }

    /// <inheritdoc/>
    public ModelFacts Facts { get; }

    /// <inheritdoc/>
    public Duration LoadTime { get; }

    /// <inheritdoc/>
    public BufferReport Weights { get; }

    /// <inheritdoc/>
    public Attempt<IInferenceSession> Open(ContextOptions options)
    {
        if (Contradiction(options) is { } wrong) return Attempt<IInferenceSession>.Failed(wrong);
        _log.Clear();
        var parameters = LLamaSharpLibrary.Parameters(_options);
        (parameters.ContextSize, parameters.BatchSize, parameters.UBatchSize, parameters.SeqMax) =
            ((uint)options.Context, (uint)options.Batch, (uint)options.MicroBatch, (uint)options.Sequences);
        parameters.Threads = parameters.BatchThreads = options.Threads;
        (parameters.TypeK, parameters.TypeV) = (Type(options.KeyType), Type(options.ValueType));
        (parameters.FlashAttention, parameters.SwaFull) = (options.FlashAttention, false);
        try
        {
            var context = _weights.CreateContext(parameters);
            return Attempt<IInferenceSession>.Of(
                new LLamaSharpSession(context, options, BufferLog.Read(_log.Lines), Facts.Vocabulary, _cpuComputes));
        }
        catch (RuntimeError e)
        {
            return Attempt<IInferenceSession>.Failed(InferenceDiagnostics.ContextRefused(_log.Complaint(e.Message)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _weights.Dispose();

    private static Diagnostic? Contradiction(ContextOptions options)
    {
        if (options is { Context: < 1 } or { Batch: < 1 } or { MicroBatch: < 1 } or { Threads: < 1 } or { Sequences: < 1 })
            return InferenceDiagnostics.Contradiction("context, batches, threads and sequences must be at least 1", "give positive numbers");
        if (options.MicroBatch > options.Batch)
            return InferenceDiagnostics.Contradiction(
                $"the physical batch ({options.MicroBatch}) is larger than the logical batch ({options.Batch})", "lower -ub or raise -b");
        return options.ValueType != KvType.F16 && options.FlashAttention == false
            ? InferenceDiagnostics.Contradiction("quantised values in the cache need flash attention", "turn flash attention on or use f16")
            : null;
    }

    private static GGMLType Type(KvType type) => type switch
    {
        KvType.Q8_0 => GGMLType.GGML_TYPE_Q8_0,
        KvType.Q4_0 => GGMLType.GGML_TYPE_Q4_0,
        _ => GGMLType.GGML_TYPE_F16,
    };
}
