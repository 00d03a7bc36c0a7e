using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary>A string as the library reads it: UTF-8 with a zero at the end, in native memory until disposed.</summary>
internal sealed unsafe class Utf8(string text) : IDisposable
{
    private nint _memory = Marshal.StringToCoTaskMemUTF8(text);

    /// <summary>The first byte.</summary>
    public byte* Pointer => (byte*)_memory;

    /// <inheritdoc/>
    public void Dispose()
    {
        Marshal.FreeCoTaskMem(_memory);
        _memory = 0;
    }
}
