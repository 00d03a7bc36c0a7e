using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RigBuilder.Inference;

/// <summary>Functions of the loaded natives that LLamaSharp does not bind, found by name in the very libraries that it has loaded.</summary>
internal static class NativeExports
{
    /// <summary>Address of a function; 0 where the loaded natives have none of that name.</summary>
    /// <param name="library">Name of the library without prefix and ending: "llama", "ggml" or "ggml-base".</param>
    /// <param name="function">Name of the function.</param>
    public static nint Find(string library, string function) =>
        Loaded(library) is { } path && NativeLibrary.TryLoad(path, out var handle) && NativeLibrary.TryGetExport(handle, function, out var address) ? address : 0;

    /// <summary>Path of a loaded library, or null. Opening it again gives the same library.</summary>
    public static string? Loaded(string library)
    {
        using var process = Process.GetCurrentProcess();
        return process.Modules.Cast<ProcessModule>().FirstOrDefault(m => Names(library).Any(n => m.ModuleName.StartsWith(n, StringComparison.OrdinalIgnoreCase)))?.FileName;
    }

    private static string[] Names(string library) => [$"lib{library}.", $"{library}.dll"];
}
