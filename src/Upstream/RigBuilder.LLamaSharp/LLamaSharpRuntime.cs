using System.Reflection;
using LLama.Native;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.LLamaSharp;

/// <summary>The runtime port on LLamaSharp and the natives of its backend packages.</summary>
public sealed class LLamaSharpRuntime : IInferenceRuntime
{
    /// <summary>Name of the library with its version.</summary>
    public static string Library { get; } = $"LLamaSharp {Version()}";

    /// <inheritdoc/>
    public string Name => Library;

    /// <inheritdoc/>
    public Outcome<IInferenceLibrary> Open()
    {
        var log = NativeLog.ForThisProcess();
        try
        {
            // The first native call loads the library; parameters made before it would throw.
            NativeApi.llama_max_devices();
            var folder = Path.Combine(AppContext.BaseDirectory, "runtimes");
            return Devices.List(folder) is { IsEmpty: false } devices
                ? Outcome<IInferenceLibrary>.Of(new LLamaSharpLibrary(log, Describe(folder, devices)))
                : Outcome<IInferenceLibrary>.Failed(InferenceDiagnostics.NoBackend(folder));
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or LLama.Exceptions.RuntimeError or BadImageFormatException)
        {
            return Outcome<IInferenceLibrary>.Failed(InferenceDiagnostics.LibraryUnloadable("libllama of LLamaSharp.Backend", (e.InnerException ?? e).Message.Split('\n')[0]));
        }
    }

    // The library's assembly has no version of its own: the build writes the package's into ours.
    private static string? Version() =>
        typeof(LLamaSharpRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "LLamaSharp")?.Value;

    private static RuntimeDescription Describe(string folder, System.Collections.Immutable.ImmutableArray<InferenceDevice> devices)
    {
        var variant = NativeApi.GetLoadedNativeLibrary(NativeLibraryName.LLama)?.Metadata?.ToString();
        return new RuntimeDescription(
            Library, $"LLamaSharp.Backend ({variant ?? "system library"})", folder,
            (System.Runtime.InteropServices.Marshal.PtrToStringUTF8(NativeApi.llama_print_system_info()) ?? "").Trim(), devices);
    }
}
