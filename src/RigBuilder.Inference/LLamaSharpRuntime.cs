using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using LLama.Native;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>The runtime port on LLamaSharp and the natives of its backend packages.</summary>
/// <param name="lastWords">Receives the message with which llama.cpp is about to abort the process; null for nobody.</param>
public sealed class LLamaSharpRuntime(Action<string>? lastWords = null) : IInferenceRuntime
{
    // The library keeps the callback for the life of the process, and there is one library in it.
    private readonly AbortReceiver? _receiver = lastWords is null ? null : text => lastWords(Marshal.PtrToStringUTF8(text) ?? "aborted without a message");

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void AbortReceiver(nint text);

    /// <summary>Name of the library with its version.</summary>
    public static string Library { get; } = $"LLamaSharp {Version()}";

    /// <inheritdoc/>
    public string Name => Library;

    /// <inheritdoc/>
    public Attempt<IInferenceLibrary> Open()
    {
        var log = NativeLog.ForThisProcess();
        try
        {
            // The first native call loads the library; parameters made before it would throw.
            NativeApi.llama_max_devices();
            var folder = Path.Combine(AppContext.BaseDirectory, "runtimes");
            if (_receiver is not null) Devices.OnAbort(folder, Marshal.GetFunctionPointerForDelegate(_receiver));
            return Devices.List(folder) is { IsEmpty: false } devices
                ? Attempt<IInferenceLibrary>.Of(new LLamaSharpLibrary(log, Describe(folder, devices)))
                : Attempt<IInferenceLibrary>.Failed(InferenceDiagnostics.NoBackend(folder));
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or LLama.Exceptions.RuntimeError or BadImageFormatException)
        {
            return Attempt<IInferenceLibrary>.Failed(InferenceDiagnostics.LibraryUnloadable("libllama of LLamaSharp.Backend", (e.InnerException ?? e).Message.Split('\n')[0]));
        }
    }

    // The library's assembly has no version of its own: the build writes the package's into ours.
    private static string? Version() =>
        typeof(LLamaSharpRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "LLamaSharp")?.Value;

    private static RuntimeDescription Describe(string folder, ImmutableArray<InferenceDevice> devices) => new(
        Library, Variant(NativeApi.GetLoadedNativeLibrary(NativeLibraryName.LLama)?.Metadata), folder,
        (Marshal.PtrToStringUTF8(NativeApi.llama_print_system_info()) ?? "").Trim(), devices);

    // The natives do not tell their version; LLamaSharp tells which of its backends it chose.
    private static string Variant(NativeLibraryMetadata? chosen) => chosen switch
    {
        null => "of the system",
        { UseCuda: true } => "of LLamaSharp.Backend.Cuda12",
        { UseVulkan: true } => "of LLamaSharp.Backend.Vulkan",
        _ => $"of LLamaSharp.Backend.Cpu, {chosen.AvxLevel.ToString().ToLowerInvariant()}",
    };
}
