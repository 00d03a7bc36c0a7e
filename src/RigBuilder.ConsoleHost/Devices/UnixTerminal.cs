using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using RigBuilder.Workbench.Frames;

namespace RigBuilder.ConsoleHost.Devices;

/// <summary>The controlling terminal on Linux and macOS.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class UnixTerminal : ITerminalDevice
{
    private const int Input = 0;
    private const int StopSignalLinux = 20;
    private const int StopSignalMac = 18;

    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly byte[] _buffer = new byte[4096];
    private readonly int[] _wakePipe = [-1, -1];
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly Lock _modes = new();
    private byte[]? _saved;
    private byte[]? _raw;
    private volatile bool _closed;

    /// <summary>Opens the terminal of the process; changes nothing yet.</summary>
    public UnixTerminal()
    {
        if (Libc.Pipe(_wakePipe) != 0) _wakePipe[0] = _wakePipe[1] = -1;
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGINT, PosixSignal.SIGQUIT })
            _signals.Add(PosixSignalRegistration.Create(signal, Close));
        foreach (var signal in new[] { PosixSignal.SIGWINCH, PosixSignal.SIGCONT })
            _signals.Add(PosixSignalRegistration.Create(signal, _ => Wake()));
    }

    /// <inheritdoc/>
    public Size Size
    {
        get
        {
            try
            {
                return Console.WindowWidth > 0 && Console.WindowHeight > 0 ? new Size(Console.WindowWidth, Console.WindowHeight) : new Size(80, 24);
            }
            catch (IOException)
            {
                return new Size(80, 24);
            }
        }
    }

    /// <inheritdoc/>
    public bool Closed => _closed;

    /// <inheritdoc/>
    public void Enter()
    {
        lock (_modes)
        {
            var before = new byte[Libc.TermiosSize];
            if (Libc.GetAttributes(Input, before) != 0) throw new InvalidOperationException("standard input is not a terminal");
            var raw = (byte[])before.Clone();
            Libc.MakeRaw(raw);
            Libc.SetAttributes(Input, Libc.TcsaFlush, raw);
            _saved ??= before;
            _raw = new byte[Libc.TermiosSize];
            Libc.GetAttributes(Input, _raw);
        }
    }

    /// <inheritdoc/>
    public void Leave()
    {
        lock (_modes)
        {
            if (_saved is null) return;
            Libc.SetAttributes(Input, Libc.TcsaFlush, _saved);
            _saved = _raw = null;
        }
    }

    /// <inheritdoc/>
    public void Write(string text)
    {
        try
        {
            _output.Write(Encoding.UTF8.GetBytes(text));
            _output.Flush();
        }
        catch (IOException)
        {
            _closed = true; // the terminal is gone: nothing can be shown any more
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Read(TimeSpan timeout)
    {
        StayRaw();
        var waits = new[]
        {
            new Libc.PollDescriptor { Descriptor = Input, Events = Libc.PollIn },
            new Libc.PollDescriptor { Descriptor = _wakePipe[0], Events = Libc.PollIn },
        };
        if (Libc.Poll(waits, 2, (int)Math.Min(int.MaxValue, timeout.TotalMilliseconds)) <= 0) return [];
        if ((waits[1].Happened & Libc.PollIn) != 0) Libc.Read(_wakePipe[0], new byte[256], 256);
        if ((waits[0].Happened & Libc.PollIn) != 0)
        {
            var count = (int)Libc.Read(Input, _buffer, (nuint)_buffer.Length);
            if (count > 0) return _buffer.AsSpan(0, count);
            _closed = _closed || count == 0;
        }
        else if ((waits[0].Happened & Libc.PollHangUp) != 0)
        {
            _closed = true;
        }

        return [];
    }

    /// <inheritdoc/>
    public void Wake()
    {
        if (_wakePipe[1] >= 0) Libc.Write(_wakePipe[1], [1], 1);
    }

    /// <inheritdoc/>
    public void Suspend() => Libc.Kill(0, OperatingSystem.IsMacOS() ? StopSignalMac : StopSignalLinux);

    /// <inheritdoc/>
    public void Dispose()
    {
        Leave();
        foreach (var signal in _signals) signal.Dispose();
        _signals.Clear();
        var (read, write) = (_wakePipe[0], _wakePipe[1]);
        _wakePipe[0] = _wakePipe[1] = -1;
        if (read >= 0) Libc.Close(read);
        if (write >= 0) Libc.Close(write);
        _output.Dispose();
    }

    /// <summary>
    /// The runtime puts its own modes back whenever the process is continued or a child with the terminal ends, at a time of its
    /// choosing; so raw mode is looked after here.
    /// </summary>
    private void StayRaw()
    {
        lock (_modes)
        {
            if (_raw is null) return;
            var now = new byte[Libc.TermiosSize];
            if (Libc.GetAttributes(Input, now) == 0 && !now.AsSpan().SequenceEqual(_raw)) Libc.SetAttributes(Input, Libc.TcsaNow, _raw);
        }
    }

    private void Close(PosixSignalContext context)
    {
        context.Cancel = true; // the main loop ends in order and restores the terminal
        _closed = true;
        Wake();
    }
}
