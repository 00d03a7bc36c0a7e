using System.Runtime.InteropServices;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Validation;

namespace RigBuilder.Inference;

/// <summary>The library that the natives compute with in parallel, and that a system may lack.</summary>
public static class OpenMp
{
    private const string File = "libgomp.so.1";

    /// <summary>What to install here before anything can be inferred; null when nothing is missing.</summary>
    public static Diagnostic? Missing() =>
        OperatingSystem.IsLinux() && LlamaFolder.Named is null ? Missing(name => NativeLibrary.TryLoad(name, out _)) : null;

    /// <summary>As <see cref="Missing()"/>, by another loader of libraries.</summary>
    /// <param name="loads">Whether a library can be loaded.</param>
    internal static Diagnostic? Missing(Func<string, bool> loads) => loads(File) ? null : InferenceDiagnostics.SystemLibraryMissing(File);
}
