using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary><c>llama_model_tensor_buft_override</c>: tensors whose name matches a pattern go to a buffer type.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorBufferOverride
{
    public byte* Pattern;
    public nint BufferType;
}
