using System.Runtime.InteropServices;

namespace RigBuilder.Inference;

/// <summary>Hands on the message with which the library is about to abort the process; LLamaSharp does not bind this.</summary>
internal static unsafe class AbortMessage
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void Receiver(nint text);

    /// <summary>Hands the message to a sink. Without the export nothing is handed on.</summary>
    public static void To(Action<string> sink)
    {
        var set = NativeExports.Find("ggml-base", "ggml_set_abort_callback");
        if (set == 0) return;
        Receiver receiver = text => sink(Marshal.PtrToStringUTF8(text) ?? "aborted without a message");
        GCHandle.Alloc(receiver); // the library calls it for the life of the process
        ((delegate* unmanaged[Cdecl]<nint, nint>)set)(Marshal.GetFunctionPointerForDelegate(receiver));
    }
}
