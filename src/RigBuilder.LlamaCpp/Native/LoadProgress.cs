using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary>Carries a load's progress out of the library and the wish to stop into it.</summary>
internal sealed unsafe class LoadProgress(IProgress<double>? progress, CancellationToken cancellation) : IDisposable
{
    private GCHandle _self;

    /// <summary>The callback to hand to the library, with <see cref="Data"/>.</summary>
    public static delegate* unmanaged[Cdecl]<float, void*, byte> Callback => &Receive;

    /// <summary>User data for <see cref="Callback"/>.</summary>
    public void* Data
    {
        get
        {
            if (!_self.IsAllocated) _self = GCHandle.Alloc(this);
            return (void*)GCHandle.ToIntPtr(_self);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self.IsAllocated) _self.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Receive(float share, void* data)
    {
        if (GCHandle.FromIntPtr((nint)data).Target is not LoadProgress self) return 1;
        return self.Report(share) ? (byte)1 : (byte)0;
    }

    private bool Report(float share)
    {
        progress?.Report(Math.Clamp(share, 0, 1));
        return !cancellation.IsCancellationRequested;
    }
}
