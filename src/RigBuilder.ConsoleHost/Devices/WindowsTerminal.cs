using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using RigBuilder.Workbench.Frames;

namespace RigBuilder.ConsoleHost.Devices;

/// <summary>The console on Windows 10 and later, switched to virtual terminal sequences both ways.</summary>
[SupportedOSPlatform("windows")]
public sealed partial class WindowsTerminal : ITerminalDevice
{
    private const int StandardInput = -10;
    private const int StandardOutput = -11;
    private const uint VirtualTerminalInput = 0x0200;
    private const uint WindowInput = 0x0008;
    private const uint ExtendedFlags = 0x0080;
    private const uint VirtualTerminalOutput = 0x0004 | 0x0001;

    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly BlockingCollection<byte[]> _input = [];
    private uint _savedInput;
    private uint _savedOutput;
    private bool _entered;
    private bool _reading;
    private byte[] _last = [];
    private volatile bool _closed;

    /// <inheritdoc/>
    public Size Size => new(Console.WindowWidth, Console.WindowHeight);

    /// <inheritdoc/>
    public bool Closed => _closed;

    /// <inheritdoc/>
    public void Enter()
    {
        if (_entered) return;
        GetConsoleMode(GetStdHandle(StandardInput), out _savedInput);
        GetConsoleMode(GetStdHandle(StandardOutput), out _savedOutput);
        SetConsoleMode(GetStdHandle(StandardInput), VirtualTerminalInput | WindowInput | ExtendedFlags);
        SetConsoleMode(GetStdHandle(StandardOutput), _savedOutput | VirtualTerminalOutput);
        Console.OutputEncoding = Encoding.UTF8;
        Console.CancelKeyPress += OnCancel;
        _entered = true;
        if (_reading) return;
        _reading = true;
        new Thread(ReadInput) { IsBackground = true, Name = "terminal input" }.Start();
    }

    /// <inheritdoc/>
    public void Leave()
    {
        if (!_entered) return;
        _entered = false;
        Console.CancelKeyPress -= OnCancel;
        SetConsoleMode(GetStdHandle(StandardInput), _savedInput);
        SetConsoleMode(GetStdHandle(StandardOutput), _savedOutput);
    }

    /// <inheritdoc/>
    public void Write(string text)
    {
        _output.Write(Encoding.UTF8.GetBytes(text));
        _output.Flush();
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Read(TimeSpan timeout)
    {
        _last = _input.TryTake(out var bytes, timeout) ? bytes : [];
        return _last;
    }

    /// <inheritdoc/>
    public void Wake() => _input.Add([]);

    /// <inheritdoc/>
    public void Suspend()
    {
        // Windows has no job control: nothing to do.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Leave();
        _output.Dispose();
    }

    [LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(nint handle, uint mode);

    private void OnCancel(object? sender, ConsoleCancelEventArgs arguments)
    {
        arguments.Cancel = true;
        _closed = true;
        Wake();
    }

    private void ReadInput()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[4096];
        while (input.Read(buffer) is var count and > 0) _input.Add(buffer[..count]);
        _closed = true;
        Wake();
    }
}
