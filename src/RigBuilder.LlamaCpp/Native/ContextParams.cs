using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary><c>llama_context_params</c> of llama.cpp v0.4.0 and v0.5.0, 160 bytes. Booleans are bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal struct ContextParams
{
    public const int Size = 160;
    public const int LastField = 159;

    [FieldOffset(0)] public uint Context;
    [FieldOffset(4)] public uint Batch;
    [FieldOffset(8)] public uint MicroBatch;
    [FieldOffset(12)] public uint Sequences;
    [FieldOffset(16)] public uint RecurrentSequences;
    [FieldOffset(20)] public uint OutputsMax;
    [FieldOffset(24)] public uint OutputsMaxPerSequence;
    [FieldOffset(28)] public int Threads;
    [FieldOffset(32)] public int ThreadsBatch;
    [FieldOffset(36)] public int ContextType;
    [FieldOffset(40)] public int RopeScalingType;
    [FieldOffset(44)] public int PoolingType;
    [FieldOffset(48)] public int AttentionType;
    [FieldOffset(52)] public int FlashAttention;
    [FieldOffset(56)] public float RopeFreqBase;
    [FieldOffset(60)] public float RopeFreqScale;
    [FieldOffset(64)] public float YarnExtFactor;
    [FieldOffset(68)] public float YarnAttnFactor;
    [FieldOffset(72)] public float YarnBetaFast;
    [FieldOffset(76)] public float YarnBetaSlow;
    [FieldOffset(80)] public uint YarnOriginalContext;
    [FieldOffset(84)] public float DefragThreshold;
    [FieldOffset(88)] public nint EvalCallback;
    [FieldOffset(96)] public nint EvalData;
    [FieldOffset(104)] public int KeyType;
    [FieldOffset(108)] public int ValueType;
    [FieldOffset(112)] public nint AbortCallback;
    [FieldOffset(120)] public nint AbortData;
    [FieldOffset(128)] public byte Embeddings;
    [FieldOffset(129)] public byte OffloadKqv;
    [FieldOffset(130)] public byte NoPerf;
    [FieldOffset(131)] public byte OpOffload;
    [FieldOffset(132)] public byte SwaFull;
    [FieldOffset(133)] public byte KvUnified;
    [FieldOffset(136)] public nint Samplers;
    [FieldOffset(144)] public nint SamplerCount;
    [FieldOffset(152)] public nint OtherContext;
}
