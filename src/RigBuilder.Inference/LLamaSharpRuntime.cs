using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using LLama.Native;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Inference;

/// <summary>The runtime port on LLamaSharp and the natives of its backend packages.</summary>
/// <param name="lastWords">Receives the message with which llama.cpp is about to abort the process; null for nobody.</param>
public sealed class LLamaSharpRuntime(Action<string>? lastWords = null) : IInferenceRuntime
{
    /// <summary>Name of the library with its version.</summary>
    public static string Library { get; } = $"LLamaSharp {Version()}";

    // The library is chosen once a process.
    private static readonly Lazy<Diagnostic?> Chosen = new(() => LlamaFolder.Named is { } folder ? LlamaFolder.Use(folder) : null);

    /// <inheritdoc/>
    public string Name => Library;

    /// <inheritdoc/>
    public Attempt<IInferenceLibrary> Open()
    {
        if (OpenMp.Missing() is { } missing) return Attempt<IInferenceLibrary>.Failed(missing);
        var log = NativeLog.ForThisProcess();
        if (Chosen.Value is { } wrong) return Attempt<IInferenceLibrary>.Failed(wrong);
        try
        {
            // The first native call loads the library; parameters made before it would throw.
            NativeApi.llama_max_devices();
            if (lastWords is not null) AbortMessage.To(lastWords);
            var folder = Path.GetDirectoryName(NativeExports.Loaded("llama")) ?? AppContext.BaseDirectory;
            return Devices.List() is { IsEmpty: false } devices
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
        _ when LlamaFolder.Named is { } folder => $"of {folder}",
        null => "of the system",
        { UseCuda: true } => "of LLamaSharp.Backend.Cuda12",
        { UseVulkan: true } => "of LLamaSharp.Backend.Vulkan",
        _ => $"of LLamaSharp.Backend.Cpu, {chosen.AvxLevel.ToString().ToLowerInvariant()}",
    };
}
