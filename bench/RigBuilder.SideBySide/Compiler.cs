using System.Diagnostics;

namespace RigBuilder.SideBySide;

/// <summary>The system's C compiler.</summary>
internal static class Compiler
{
    /// <summary>Compiles a source; false, with the compiler's word on standard error, when that fails.</summary>
    public static bool Compile(string source, string output)
    {
        using var compiler = Process.Start("cc", ["-O2", "-o", output, source, "-ldl"]);
        compiler.WaitForExit();
        return compiler.ExitCode == 0;
    }
}
