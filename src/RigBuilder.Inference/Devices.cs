using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LLama.Native;
using RigBuilder.Domain.Units;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>
/// The devices that llama.cpp computes on. LLamaSharp binds their number and names only; type and memory are asked of the same
/// library's own exports, and stay unknown (zero) where those cannot be reached.
/// </summary>
internal static unsafe class Devices
{
    private const int Gpu = 1;
    private const int IntegratedGpu = 2;

    /// <summary>All devices; empty when no backend is loaded.</summary>
    /// <param name="natives">The folder under which the natives lie.</param>
    public static ImmutableArray<InferenceDevice> List(string natives)
    {
        var exports = Base(natives);
        var devices = ImmutableArray.CreateBuilder<InferenceDevice>();
        for (nuint i = 0; i < NativeApi.ggml_backend_dev_count(); i++) devices.Add(Device(NativeApi.ggml_backend_dev_get(i), exports));
        return devices.ToImmutable();
    }

    /// <summary>
    /// Hands on the message with which the library is about to abort the process; LLamaSharp does not bind this. Without the
    /// export nothing is handed on.
    /// </summary>
    /// <param name="natives">The folder under which the natives lie.</param>
    /// <param name="receiver">A callback that stays alive as long as the process.</param>
    public static void OnAbort(string natives, nint receiver)
    {
        if (NativeLibrary.TryGetExport(Base(natives), "ggml_set_abort_callback", out var set)) ((delegate* unmanaged[Cdecl]<nint, nint>)set)(receiver);
    }

    private static InferenceDevice Device(nint device, nint exports)
    {
        var buffer = Marshal.PtrToStringUTF8(NativeApi.ggml_backend_buft_name(NativeApi.ggml_backend_dev_buffer_type(device))) ?? "";
        nuint free = 0, total = 0;
        if (NativeLibrary.TryGetExport(exports, "ggml_backend_dev_memory", out var memory))
            ((delegate* unmanaged[Cdecl]<nint, nuint*, nuint*, void>)memory)(device, &free, &total);
        var kind = NativeLibrary.TryGetExport(exports, "ggml_backend_dev_type", out var type) ? Kind(((delegate* unmanaged[Cdecl]<nint, int>)type)(device))
            : buffer.StartsWith("CPU", StringComparison.Ordinal) ? InferenceDeviceKind.Cpu : InferenceDeviceKind.Gpu;
        return new InferenceDevice(
            Text(exports, "ggml_backend_dev_name", device) ?? buffer, (Text(exports, "ggml_backend_dev_description", device) ?? buffer).Trim(), kind,
            Bytes.FromCount((long)Math.Min(free, long.MaxValue)), Bytes.FromCount((long)Math.Min(total, long.MaxValue)));
    }

    private static string? Text(nint exports, string name, nint device) =>
        NativeLibrary.TryGetExport(exports, name, out var function) ? Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint, nint>)function)(device)) : null;

    private static InferenceDeviceKind Kind(int type) => type switch
    {
        0 => InferenceDeviceKind.Cpu,
        Gpu => InferenceDeviceKind.Gpu,
        IntegratedGpu => InferenceDeviceKind.IntegratedGpu,
        _ => InferenceDeviceKind.Accelerator,
    };

    // The library that LLamaSharp has loaded: opening a loaded one again gives the same.
    private static nint Base(string natives)
    {
        if (NativeApi.GetLoadedNativeLibrary(NativeLibraryName.LLama) is null || !Directory.Exists(natives)) return Main;
        var loaded = System.Diagnostics.Process.GetCurrentProcess().Modules.Cast<System.Diagnostics.ProcessModule>()
            .FirstOrDefault(m => m.ModuleName.Contains("ggml-base", StringComparison.OrdinalIgnoreCase));
        return loaded is not null && NativeLibrary.TryLoad(loaded.FileName, out var handle) ? handle : Main;
    }

    private static nint Main => NativeLibrary.GetMainProgramHandle();
}
