using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary><c>gguf_init_params</c>, 16 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct GgufInitParams
{
    [FieldOffset(0)] public byte NoAlloc;
    [FieldOffset(8)] public nint Context;
}
