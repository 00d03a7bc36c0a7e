using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary>Proportions per device in native memory. The library reads as many as it supports devices, so there is room for all.</summary>
internal sealed unsafe class TensorSplit : IDisposable
{
    private const int MaxDevices = 256;

    public TensorSplit(ImmutableArray<double> shares)
    {
        if (shares.IsDefaultOrEmpty) return;
        Pointer = (float*)NativeMemory.AllocZeroed(MaxDevices, sizeof(float));
        for (var i = 0; i < Math.Min(shares.Length, MaxDevices); i++) Pointer[i] = (float)shares[i];
    }

    /// <summary>The first proportion; null for the library's own choice.</summary>
    public float* Pointer { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(Pointer);
        Pointer = null;
    }
}
