using LLama.Common;
using LLama.Native;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Workloads;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>Our options of a context in the library's terms.</summary>
internal static class ContextParameters
{
    /// <summary>The library's parameters; what they say of a model's file is not used.</summary>
    public static ModelParams Of(ContextOptions options) => new("")
    {
        ContextSize = (uint)options.Context,
        BatchSize = (uint)options.Batch,
        UBatchSize = (uint)options.MicroBatch,
        SeqMax = (uint)options.Sequences,
        Threads = options.Threads,
        BatchThreads = options.Threads,
        TypeK = Type(options.KeyType),
        TypeV = Type(options.ValueType),
        FlashAttention = options.FlashAttention,
        SwaFull = false,
    };

    /// <summary>What about the options cannot be, or null.</summary>
    public static Diagnostic? Contradiction(ContextOptions options)
    {
        if (options is { Context: < 1 } or { Batch: < 1 } or { MicroBatch: < 1 } or { Threads: < 1 } or { Sequences: < 1 })
            return InferenceDiagnostics.Contradiction("context, batches, threads and sequences must be at least 1", "give positive numbers");
        if (options.MicroBatch > options.Batch)
            return InferenceDiagnostics.Contradiction(
                $"the physical batch ({options.MicroBatch}) is larger than the logical batch ({options.Batch})", "lower -ub or raise -b");
        return Quest.IsQuantised(options.ValueType) && options.FlashAttention == false
            ? InferenceDiagnostics.Contradiction("quantised values in the cache need flash attention", "turn flash attention on or use f16")
            : null;
    }

    // The numbers of ggml_type that the library's enumeration does not name: IQ4_NL 20, BF16 30.
    private static GGMLType Type(KvType type) => type switch
    {
        KvType.Q8_0 => GGMLType.GGML_TYPE_Q8_0,
        KvType.Q4_0 => GGMLType.GGML_TYPE_Q4_0,
        KvType.Q4_1 => GGMLType.GGML_TYPE_Q4_1,
        KvType.Q5_0 => GGMLType.GGML_TYPE_Q5_0,
        KvType.Q5_1 => GGMLType.GGML_TYPE_Q5_1,
        KvType.Iq4_Nl => (GGMLType)20,
        KvType.F32 => GGMLType.GGML_TYPE_F32,
        KvType.Bf16 => (GGMLType)30,
        _ => GGMLType.GGML_TYPE_F16,
    };
}
