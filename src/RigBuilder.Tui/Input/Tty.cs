using System.Runtime.InteropServices;

namespace RigBuilder.Tui.Input;

/// <summary>What is asked of the terminal's device itself. Nothing of it exists on Windows, where every call does nothing.</summary>
internal static partial class Tty
{
    private const short CanRead = 0x01; // POLLIN
    private const short Gone = 0x08 | 0x10 | 0x20; // POLLERR, POLLHUP, POLLNVAL
    private const int LargestSettings = 256; // struct termios has 60 bytes on Linux, 72 on macOS

    /// <summary>Whether there is such a device.</summary>
    public static bool Exists => !OperatingSystem.IsWindows();

    /// <summary>Waits for input.</summary>
    /// <returns>Whether there is some; null when the terminal is gone.</returns>
    public static bool? Await(int milliseconds)
    {
        var wanted = new Descriptor { Events = CanRead };
        if (Poll(ref wanted, 1, milliseconds) <= 0) return false;
        return (wanted.Seen & Gone) != 0 ? null : (wanted.Seen & CanRead) != 0;
    }

    /// <summary>The device's settings (echo, lines, signals by keys); empty when there are none.</summary>
    public static byte[] Settings()
    {
        var settings = new byte[LargestSettings];
        return Exists && GetSettings(0, settings) == 0 ? settings : [];
    }

    /// <summary>Gives the device settings that it had.</summary>
    public static void Restore(byte[] settings)
    {
        if (settings.Length > 0) _ = SetSettings(0, 0, settings);
    }

    /// <summary>Stops the process group, as Ctrl-Z does in other programs, until the shell continues it.</summary>
    public static void Stop()
    {
        if (OperatingSystem.IsWindows()) return;
        using var continued = new ManualResetEventSlim();
        using var handler = PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => continued.Set());
        if (Kill(0, OperatingSystem.IsLinux() ? 20 : 18) != 0) return; // SIGTSTP
        // The signal may reach another thread a moment later. Where nobody could continue the group, the system drops it.
        continued.Wait(TimeSpan.FromSeconds(1));
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref Descriptor descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetSettings(int descriptor, [Out] byte[] settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetSettings(int descriptor, int when, byte[] settings);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [StructLayout(LayoutKind.Sequential)]
    private struct Descriptor
    {
        public int Number;
        public short Events;
        public short Seen;
    }
}
