using System.Runtime.InteropServices;

namespace RigBuilder.Cli.Composition;

/// <summary>The user's limit on the size of files (ulimit -f).</summary>
internal static class FileSizeLimit
{
    /// <summary>SIGXFSZ, as Linux and macOS number it.</summary>
    private const int Exceeded = 25;

    /// <summary>
    /// The system ends a program whose file grows beyond the limit by a signal. Without the signal the write fails like one on a
    /// full drive, which is reported, leaves nothing behind, and gives the terminal back.
    /// </summary>
    /// <returns>Disposing gives the signal its usual effect again; null where there is no such signal.</returns>
    public static PosixSignalRegistration? FailWritesBeyond() =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)Exceeded, signal => signal.Cancel = true);
}
