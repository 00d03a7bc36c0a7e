using System.Runtime.InteropServices;
using RigBuilder.LlamaCpp.Native;
using RigBuilder.Validation;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.LlamaCpp;

/// <summary>llama.cpp through a thin binding of its C interface.</summary>
/// <param name="locator">Where to look for the library.</param>
/// <param name="lastWords">Receives the library's message right before it aborts the process; null to ignore.</param>
public sealed class LlamaCppRuntime(LlamaLibraryLocator locator, Action<string>? lastWords = null) : IInferenceRuntime
{
    /// <inheritdoc/>
    public string Name => "llama.cpp binding";

    /// <inheritdoc/>
    public Attempt<IInferenceLibrary> Open()
    {
        var opened = OpenLibrary();
        return opened.Succeeded
            ? Attempt<IInferenceLibrary>.Of(opened.Value, opened.Diagnostics)
            : Attempt<IInferenceLibrary>.Failed(opened.Diagnostics);
    }

    /// <summary>As <see cref="Open"/>, with the concrete type.</summary>
    internal Attempt<LlamaCppLibrary> OpenLibrary()
    {
        var files = locator.Find();
        if (!files.Succeeded) return Attempt<LlamaCppLibrary>.Failed(files.Diagnostics);
        var path = files.Value.GgmlBase;
        try
        {
            var ggmlBase = NativeLibrary.Load(path);
            var ggml = NativeLibrary.Load(path = files.Value.Ggml);
            var llama = NativeLibrary.Load(path = files.Value.Llama);
            var api = new LlamaApi(llama, ggml, ggmlBase);
            var difference = LayoutGuard.Difference(api.Address("llama_model_default_params"), api.Address("llama_context_default_params"));
            return difference is null
                ? LlamaCppLibrary.Initialise(Name, files.Value, api, lastWords)
                : Attempt<LlamaCppLibrary>.Failed(InferenceDiagnostics.LibraryLayout(path, api.Version, difference));
        }
        catch (EntryPointNotFoundException e)
        {
            return Attempt<LlamaCppLibrary>.Failed(InferenceDiagnostics.LibraryLayout(path, "another release", e.Message));
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return Attempt<LlamaCppLibrary>.Failed(InferenceDiagnostics.LibraryUnloadable(path, Reason(path, e.Message)));
        }
    }

    /// <summary>
    /// What the system's loader said. .NET puts a line of advice before it, and tries other names, whose absence says nothing, after it.
    /// </summary>
    internal static string Reason(string path, string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var told = lines.Skip(1).FirstOrDefault(l => l.StartsWith(path + ":", StringComparison.Ordinal)) ?? lines.Skip(1).FirstOrDefault();
        if (told is not null) return told.StartsWith(path + ":", StringComparison.Ordinal) ? told[(path.Length + 1)..].Trim() : told;
        return lines.Length == 0 ? "no reason given" : lines[0].Split(" In order to help")[0];
    }
}
