using System.Text.RegularExpressions;

namespace RigBuilder.LlamaCpp;

/// <summary>The three libraries of one llama.cpp build. Their names carry versions, so they are found by pattern.</summary>
/// <param name="Folder">Folder of all three; backends are loaded from here too.</param>
/// <param name="Llama">libllama.</param>
/// <param name="Ggml">libggml.</param>
/// <param name="GgmlBase">libggml-base.</param>
public sealed partial record LlamaLibraryFiles(string Folder, string Llama, string Ggml, string GgmlBase)
{
    /// <summary>Finds the libraries directly in a folder; null when one is missing or the folder cannot be read.</summary>
    public static LlamaLibraryFiles? In(string folder)
    {
        try
        {
            if (!Directory.Exists(folder)) return null;
            var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).ToList();
            var llama = files.Find(f => LlamaName().IsMatch(Path.GetFileName(f)));
            var ggml = files.Find(f => GgmlName().IsMatch(Path.GetFileName(f)));
            var ggmlBase = files.Find(f => GgmlBaseName().IsMatch(Path.GetFileName(f)));
            return llama is null || ggml is null || ggmlBase is null ? null : new(folder, llama, ggml, ggmlBase);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(lib)?llama(\.[\w.]+)?\.(so(\.[\d.]+)?|dylib|dll)$")]
    private static partial Regex LlamaName();

    [GeneratedRegex(@"^(lib)?ggml(\.[\w.]+)?\.(so(\.[\d.]+)?|dylib|dll)$")]
    private static partial Regex GgmlName();

    [GeneratedRegex(@"^(lib)?ggml-base(\.[\w.]+)?\.(so(\.[\d.]+)?|dylib|dll)$")]
    private static partial Regex GgmlBaseName();
}
