using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using RigBuilder.Validation;

namespace RigBuilder.LlamaCpp;

/// <summary>
/// Where llama.cpp is looked for: the folder named by RIGBUILDER_LLAMA_DIR and nowhere else when it is set; otherwise
/// "native" beside the program (a published build), then the artifacts folder that the build fetched it into.
/// </summary>
/// <param name="overrideFolder">Value of RIGBUILDER_LLAMA_DIR, or null.</param>
/// <param name="programFolder">Folder of the running program.</param>
public sealed partial class LlamaLibraryLocator(string? overrideFolder, string programFolder)
{
    /// <summary>Name of the environment variable that points to another build of llama.cpp.</summary>
    public const string Variable = "RIGBUILDER_LLAMA_DIR";

    /// <summary>Depth of a package in the artifacts folder.</summary>
    private const int MaxDepth = 6;

    /// <summary>A user may name the folder of a build; its libraries lie in "bin" or "build/bin".</summary>
    private const int OverrideDepth = 2;

    /// <summary>A locator for the running program and its environment.</summary>
    public static LlamaLibraryLocator ForThisProgram() =>
        new(Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory);

    /// <summary>The first complete build found.</summary>
    public Attempt<LlamaLibraryFiles> Find()
    {
        if (!string.IsNullOrWhiteSpace(overrideFolder)) return Search(overrideFolder, $"{Variable}={overrideFolder}", OverrideDepth);
        var places = Places().ToList();
        foreach (var place in places)
            if (Search(place, place, MaxDepth) is { Succeeded: true } found) return found;
        return Attempt<LlamaLibraryFiles>.Failed(InferenceDiagnostics.LibraryMissing(string.Join(", ", places)));
    }

    private IEnumerable<string> Places()
    {
        yield return Path.Combine(programFolder, "native");
        for (var at = new DirectoryInfo(programFolder); at is not null; at = at.Parent)
        {
            if (at.Name != "artifacts") continue;
            foreach (var variant in new[] { "cuda", "vulkan", "cpu" }) yield return Path.Combine(at.FullName, "native", variant);
            yield break;
        }
    }

    private static Attempt<LlamaLibraryFiles> Search(string folder, string told, int deepest)
    {
        var level = new List<string> { folder };
        for (var depth = 0; depth <= deepest && level.Count > 0; depth++)
        {
            foreach (var candidate in level)
                if (IsForThisPlatform(candidate) && LlamaLibraryFiles.In(candidate) is { } files) return Attempt<LlamaLibraryFiles>.Of(files);
            level = [.. level.SelectMany(Children)];
        }

        return Attempt<LlamaLibraryFiles>.Failed(InferenceDiagnostics.LibraryMissing(told));
    }

    /// <summary>Packages name their folder after the platform; npm also installs some that are not this machine's.</summary>
    private static bool IsForThisPlatform(string folder)
    {
        var name = Path.GetFileName(folder);
        if (!PlatformName().IsMatch(name)) return true;
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "mac" : "linux";
        var platform = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        return name == platform || name.StartsWith(platform + "-", StringComparison.Ordinal);
    }

    [GeneratedRegex("^(linux|mac|win)-(x64|arm64|armv7l|riscv64)(-|$)")]
    private static partial Regex PlatformName();

    private static IEnumerable<string> Children(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).ToList() : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
