using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace RigBuilder.Cli.Composition;

/// <summary>What kind of program this is.</summary>
internal static class ProgramBuild
{
    /// <summary>Its version, "0.1.0".</summary>
    public static string Version { get; } = typeof(ProgramBuild).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>How its code was compiled, in words.</summary>
    public static string Kind(string programFolder) =>
        !RuntimeFeature.IsDynamicCodeSupported ? "native" : HasImages(programFolder) ? "ReadyToRun" : "compiled while it runs (JIT)";

    // A ReadyToRun assembly has machine code beside its own: its header says where.
    private static bool HasImages(string programFolder)
    {
        try
        {
            using var assembly = new PEReader(File.OpenRead(Path.Combine(programFolder, "rigbuilder.dll")));
            return assembly.PEHeaders.CorHeader?.ManagedNativeHeaderDirectory.Size > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return false;
        }
    }
}
