using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace RigBuilder.Scenarios.Tests.Terminal;

/// <summary>A terminal of which the test holds the far end: what a person sees and types. Linux only.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private const short CanRead = 1;
    private readonly SafeFileHandle _master;
    private readonly Thread _reader;
    private readonly StringBuilder _output = new();
    private readonly ManualResetEventSlim _left = new();
    private volatile bool _closing;

    public PseudoTerminal()
    {
        _master = File.OpenHandle("/dev/ptmx", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var descriptor = (int)_master.DangerousGetHandle();
        if (GrantPt(descriptor) != 0 || UnlockPt(descriptor) != 0) throw new IOException("no pseudo-terminal can be had");
        Path = Marshal.PtrToStringUTF8(PtsName(descriptor))!;
        _reader = new Thread(Read) { IsBackground = true, Name = "terminal" };
        _reader.Start();
    }

    /// <summary>Path of the end that a program has.</summary>
    public string Path { get; }

    /// <summary>Everything written to the terminal so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Types.</summary>
    public void Type(string keys)
    {
        var bytes = Encoding.UTF8.GetBytes(keys);
        if (Write((int)_master.DangerousGetHandle(), bytes, bytes.Length) != bytes.Length) throw new IOException("the terminal takes no more keys");
    }

    /// <summary>Waits until no program has the terminal any more and everything written to it is read.</summary>
    public bool WaitUntilLeft(TimeSpan limit) => _closing || _left.Wait(limit);

    /// <summary>The terminal vanishes, as when its window is closed or the connection drops.</summary>
    public void Dispose()
    {
        if (_closing) return;
        _closing = true;
        // The handle must not be in use when it is closed: it would stay open.
        _reader.Join();
        _master.Dispose();
        _left.Dispose();
    }

    [DllImport("libc", EntryPoint = "grantpt")]
    private static extern int GrantPt(int descriptor);

    [DllImport("libc", EntryPoint = "unlockpt")]
    private static extern int UnlockPt(int descriptor);

    [DllImport("libc", EntryPoint = "ptsname")]
    private static extern nint PtsName(int descriptor);

    [DllImport("libc", EntryPoint = "poll")]
    private static extern int Poll(ref Waiting waiting, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "read")]
    private static extern nint Read(int descriptor, byte[] buffer, nint count);

    [DllImport("libc", EntryPoint = "write")]
    private static extern nint Write(int descriptor, byte[] buffer, nint count);

    private void Read()
    {
        var descriptor = (int)_master.DangerousGetHandle();
        var buffer = new byte[8192];
        var decoder = Encoding.UTF8.GetDecoder();
        var text = new char[8192];
        var waiting = new Waiting { Descriptor = descriptor, Events = CanRead };
        while (!_closing)
        {
            if (Poll(ref waiting, 1, 50) <= 0) continue;
            var count = Read(descriptor, buffer, buffer.Length);
            if (count <= 0)
            {
                // Every program that had the other end has closed it.
                _left.Set();
                return;
            }

            Append(text.AsSpan(0, decoder.GetChars(buffer, 0, (int)count, text, 0)));
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        lock (_output) _output.Append(text);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Waiting
    {
        public int Descriptor;
        public short Events;
        public short Seen;
    }
}
