using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary><c>ggml_threadpool_params</c>, 528 bytes: a mask of 512 booleans, then the settings.</summary>
[StructLayout(LayoutKind.Explicit, Size = 528)]
internal struct ThreadpoolParams
{
    [FieldOffset(512)] public int Threads;
    [FieldOffset(516)] public int Priority;
    [FieldOffset(520)] public uint Poll;
    [FieldOffset(524)] public byte StrictCpu;
    [FieldOffset(525)] public byte Paused;
}
