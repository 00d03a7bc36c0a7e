using System.Runtime.InteropServices;

namespace RigBuilder.Tui;

/// <summary>Whether the process still has its terminal. A terminal that hangs up without a signal would otherwise be fed for ever.</summary>
internal static partial class TerminalLife
{
    /// <summary>Whether input comes from a terminal now.</summary>
    public static bool IsThere() => !OperatingSystem.IsWindows() && IsTerminal(0) == 1;

    /// <summary>Whether a terminal that was there is gone.</summary>
    public static bool IsLost(bool wasThere) => wasThere && !IsThere();

    [LibraryImport("libc", EntryPoint = "isatty")]
    private static partial int IsTerminal(int descriptor);
}
