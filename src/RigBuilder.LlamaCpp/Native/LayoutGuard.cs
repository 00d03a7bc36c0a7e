using System.Runtime.InteropServices;
using System.Runtime.CompilerServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary>
/// Proves that a library's parameter structures are laid out as we know them, before anything else is called: both default
/// functions fill poisoned memory; size, padding and well-known defaults must be where we expect them.
/// </summary>
internal static unsafe class LayoutGuard
{
    private const byte Poison = 0xA5;
    private const int Room = 512;

    /// <summary>The first difference in words, or null when the layouts agree.</summary>
    public static string? Difference(nint modelDefaults, nint contextDefaults)
    {
        var buffer = stackalloc byte[Room];
        var poisoned = Fill(modelDefaults, buffer);
        var difference = Model(new ReadOnlySpan<byte>(buffer, Room), poisoned);
        if (difference is not null) return difference;
        poisoned = Fill(contextDefaults, buffer);
        return Context(new ReadOnlySpan<byte>(buffer, Room), poisoned);
    }

    /// <summary>Checks what <c>llama_model_default_params</c> wrote.</summary>
    /// <param name="bytes">Memory after the call, larger than the structure.</param>
    /// <param name="poisoned">Whether bytes that were not written still hold the poison.</param>
    public static string? Model(ReadOnlySpan<byte> bytes, bool poisoned)
    {
        if (poisoned && Written(bytes) is var last && last != ModelParams.LastField)
            return $"llama_model_params ends at byte {last}, not {ModelParams.LastField}";
        var p = MemoryMarshal.Read<ModelParams>(bytes);
        return Expect("n_gpu_layers", p.GpuLayers, -1) ?? Expect("split_mode", p.SplitMode, 1) ?? Expect("load_mode", p.LoadMode, -1)
            ?? Expect("lazy_mode", p.LazyMode, 1) ?? Expect("main_gpu", p.MainGpu, 0)
            ?? Expect("tensor_split", (nint)p.TensorSplit, 0) ?? Expect("kv_overrides", p.KeyValueOverrides, 0)
            ?? Expect("vocab_only", p.VocabularyOnly, 0) ?? Expect("check_tensors", p.CheckTensors, 0)
            ?? Expect("use_extra_bufts", p.UseExtraBuffers, 1) ?? Expect("no_host", p.NoHost, 0) ?? Expect("no_alloc", p.NoAlloc, 0);
    }

    /// <summary>Checks what <c>llama_context_default_params</c> wrote.</summary>
    /// <param name="bytes">Memory after the call, larger than the structure.</param>
    /// <param name="poisoned">Whether bytes that were not written still hold the poison.</param>
    public static string? Context(ReadOnlySpan<byte> bytes, bool poisoned)
    {
        if (poisoned && Written(bytes) is var last && last != ContextParams.LastField)
            return $"llama_context_params ends at byte {last}, not {ContextParams.LastField}";
        var p = MemoryMarshal.Read<ContextParams>(bytes);
        return Expect("n_ctx", p.Context, 512u) ?? Expect("n_batch", p.Batch, 2048u) ?? Expect("n_ubatch", p.MicroBatch, 512u)
            ?? Expect("n_seq_max", p.Sequences, 1u) ?? Expect("rope_scaling_type", p.RopeScalingType, -1)
            ?? Expect("pooling_type", p.PoolingType, -1) ?? Expect("attention_type", p.AttentionType, -1)
            ?? Expect("flash_attn_type", p.FlashAttention, -1) ?? Expect("yarn_ext_factor", p.YarnExtFactor, -1)
            ?? Expect("defrag_thold", p.DefragThreshold, -1) ?? Expect("cb_eval", p.EvalCallback, 0)
            ?? Expect("type_k", p.KeyType, 1) ?? Expect("type_v", p.ValueType, 1) ?? Expect("abort_callback", p.AbortCallback, 0)
            ?? Expect("embeddings", p.Embeddings, 0) ?? Expect("offload_kqv", p.OffloadKqv, 1) ?? Expect("no_perf", p.NoPerf, 1)
            ?? Expect("op_offload", p.OpOffload, 1) ?? Expect("swa_full", p.SwaFull, 1) ?? Expect("samplers", p.Samplers, 0);
    }

    private static string? Expect<T>(string field, T found, T expected)
        where T : IEquatable<T> => found.Equals(expected) ? null : $"{field} is {found} where {expected} is expected";

    private static int Written(ReadOnlySpan<byte> bytes)
    {
        for (var i = bytes.Length - 1; i >= 0; i--)
            if (bytes[i] != Poison) return i;
        return -1;
    }

    /// <summary>
    /// On x64 a large structure is returned through a hidden first argument, so the function can be called on memory of ours.
    /// Elsewhere (arm64 passes it in a register of its own) a structure larger than any release's is returned, unpoisoned.
    /// </summary>
    private static bool Fill(nint function, byte* buffer)
    {
        new Span<byte>(buffer, Room).Fill(Poison);
        if (RuntimeInformation.ProcessArchitecture == Architecture.X64)
        {
            ((delegate* unmanaged[Cdecl]<byte*, byte*>)function)(buffer);
            return true;
        }

        *(Roomy*)buffer = ((delegate* unmanaged[Cdecl]<Roomy>)function)();
        return false;
    }

    [InlineArray(Room)]
    private struct Roomy
    {
        private byte _first;
    }
}
