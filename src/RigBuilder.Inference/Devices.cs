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
    /// <summary>All devices; empty when no backend is loaded.</summary>
    public static ImmutableArray<InferenceDevice> List()
    {
        var devices = ImmutableArray.CreateBuilder<InferenceDevice>();
        for (nuint i = 0; i < NativeApi.ggml_backend_dev_count(); i++) devices.Add(Device(NativeApi.ggml_backend_dev_get(i)));
        return devices.ToImmutable();
    }

    private static InferenceDevice Device(nint device)
    {
        var buffer = Marshal.PtrToStringUTF8(NativeApi.ggml_backend_buft_name(NativeApi.ggml_backend_dev_buffer_type(device))) ?? "";
        nuint free = 0, total = 0;
        if (Export("memory") is not 0 and var memory) ((delegate* unmanaged[Cdecl]<nint, nuint*, nuint*, void>)memory)(device, &free, &total);
        var kind = Export("type") is not 0 and var type ? Kind(((delegate* unmanaged[Cdecl]<nint, int>)type)(device))
            : buffer.StartsWith("CPU", StringComparison.Ordinal) ? InferenceDeviceKind.Cpu : InferenceDeviceKind.Gpu;
        return new InferenceDevice(
            Text("name", device) ?? buffer, (Text("description", device) ?? buffer).Trim(), kind,
            Bytes.FromCount((long)Math.Min(free, long.MaxValue)), Bytes.FromCount((long)Math.Min(total, long.MaxValue)));
    }

    private static nint Export(string what) => NativeExports.Find("ggml-base", $"ggml_backend_dev_{what}");

    private static string? Text(string what, nint device) =>
        Export(what) is not 0 and var function ? Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint, nint>)function)(device)) : null;

    private static InferenceDeviceKind Kind(int type) => type switch
    {
        0 => InferenceDeviceKind.Cpu,
        1 => InferenceDeviceKind.Gpu,
        2 => InferenceDeviceKind.IntegratedGpu,
        _ => InferenceDeviceKind.Accelerator,
    };
}
