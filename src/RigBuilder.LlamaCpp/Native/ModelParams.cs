using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary><c>llama_model_params</c> of llama.cpp v0.4.0 and v0.5.0, 80 bytes. Booleans are bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal unsafe struct ModelParams
{
    public const int Size = 80;
    public const int LastField = 77;

    [FieldOffset(0)] public nint Devices;
    [FieldOffset(8)] public TensorBufferOverride* TensorBufferOverrides;
    [FieldOffset(16)] public int GpuLayers;
    [FieldOffset(20)] public int SplitMode;
    [FieldOffset(24)] public int LoadMode;
    [FieldOffset(28)] public int LazyMode;
    [FieldOffset(32)] public int MainGpu;
    [FieldOffset(40)] public float* TensorSplit;
    [FieldOffset(48)] public delegate* unmanaged[Cdecl]<float, void*, byte> ProgressCallback;
    [FieldOffset(56)] public void* ProgressData;
    [FieldOffset(64)] public nint KeyValueOverrides;
    [FieldOffset(72)] public byte VocabularyOnly;
    [FieldOffset(73)] public byte CheckTensors;
    [FieldOffset(74)] public byte UseExtraBuffers;
    [FieldOffset(75)] public byte NoHost;
    [FieldOffset(76)] public byte NoAlloc;
    [FieldOffset(77)] public byte LoadMtp;
}
