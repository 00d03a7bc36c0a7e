using System.Runtime.InteropServices;

namespace RigBuilder.Inference;

/// <summary>Hands on the message with which the library is about to abort the process; LLamaSharp does not bind this.</summary>
internal static unsafe class AbortMessage
{
    // The library keeps the callback for the life of the process, and there is one library in it.
    private static Receiver? _receiver;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void Receiver(nint text);

    /// <summary>Hands the message to a sink. Without the export nothing is handed on.</summary>
    public static void To(Action<string> sink)
    {
        var set = NativeExports.Find("ggml-base", "ggml_set_abort_callback");
        if (set == 0) return;
        _receiver = text => sink(Marshal.PtrToStringUTF8(text) ?? "aborted without a message");
        ((delegate* unmanaged[Cdecl]<nint, nint>)set)(Marshal.GetFunctionPointerForDelegate(_receiver));
    }
}
