using System.Runtime.InteropServices;

namespace RigBuilder.LlamaCpp.Native;

/// <summary>Hands on the message with which the library is about to abort the process.</summary>
internal sealed class AbortMessage : IDisposable
{
    private readonly LlamaApi _api;
    private readonly Receiver? _receiver;

    public unsafe AbortMessage(LlamaApi api, Action<string>? sink)
    {
        _api = api;
        if (sink is null) return;
        _receiver = text => sink(Marshal.PtrToStringUTF8(text) ?? "aborted without a message");
        api.SetAbortCallback(Marshal.GetFunctionPointerForDelegate(_receiver));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void Receiver(nint text);

    /// <inheritdoc/>
    public unsafe void Dispose()
    {
        if (_receiver is not null) _api.SetAbortCallback(0);
        GC.KeepAlive(_receiver);
    }
}
