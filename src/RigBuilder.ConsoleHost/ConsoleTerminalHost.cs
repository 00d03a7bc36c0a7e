using System.Reflection;
using RigBuilder.ConsoleHost.Devices;
using RigBuilder.ConsoleHost.Input;
using RigBuilder.ConsoleHost.Output;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Host;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.ConsoleHost;

/// <summary>
/// Shows frames on any terminal: paints the cells that changed, reads keys, mouse and paste. Events that have piled up are
/// handled before the next frame is painted. The terminal is restored however the run ends.
/// </summary>
public sealed class ConsoleTerminalHost : ITerminalHost, IDisposable
{
    private static readonly TimeSpan EscapeTime = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan IdleTime = TimeSpan.FromMilliseconds(500); // also how soon a resize without signal is noticed
    private const int MostEventsPerFrame = 512;

    // Alternate screen, hidden cursor, bracketed paste; autowrap off so that the last cell does not scroll.
    private const string EnterText = "\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[?7l";
    private const string LeaveText = "\u001b[0m\u001b[?7h\u001b[?2004l\u001b[?25h\u001b[?1049l";
    private const string MouseOn = "\u001b[?1000h\u001b[?1006h";
    private const string MouseOff = "\u001b[?1006l\u001b[?1000l";
    private const string AskBackground = "\u001b]11;?\u0007";

    private readonly ITerminalDevice _device;
    private readonly TerminalTraits _traits;
    private readonly InputParser _parser = new();
    private readonly Lock _screen = new();
    private ScreenWriter _writer;
    private CellGrid? _shown;
    private Frame? _frame;
    private string _title = "";
    private bool _inside;
    private volatile bool _changed;

    /// <summary>What draws, with its version, for "about".</summary>
    public static string Library { get; } = "console host on Spectre.Console " + (typeof(Spectre.Console.AnsiConsole).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "");

    /// <summary>A host for a device.</summary>
    public ConsoleTerminalHost(ITerminalDevice device, TerminalTraits traits)
    {
        (_device, _traits) = (device, traits);
        _writer = new ScreenWriter(Theme.Of(traits.Backdrop, traits.Depth), traits.Depth);
    }

    /// <inheritdoc/>
    public string Name => Library;

    /// <inheritdoc/>
    public HostCapabilities Capabilities => new(
        _traits.Depth switch { ColourDepth.TrueColour => 1 << 24, ColourDepth.TwoHundredFiftySix => 256, ColourDepth.Sixteen => 16, _ => 0 },
        !_traits.Glyphs.IsAscii, _traits.Mouse, _traits.Refusal);

    /// <summary>The host for the process's own terminal.</summary>
    public static ConsoleTerminalHost ForProcess(ConsoleOptions options)
    {
        var terminal = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        var traits = TerminalTraits.Detect(Environment.GetEnvironmentVariable, terminal, options, OperatingSystem.IsWindows());
        return new ConsoleTerminalHost(OperatingSystem.IsWindows() ? new WindowsTerminal() : new UnixTerminal(), traits);
    }

    /// <inheritdoc/>
    public void Run(IScreenProgram program, CancellationToken cancellation)
    {
        if (_traits.Refusal is { } refusal) throw new InvalidOperationException(refusal);
        void Wake()
        {
            _changed = true;
            _device.Wake();
        }

        void Restore(object? sender, EventArgs arguments) => Leave();
        using var registration = cancellation.Register(_device.Wake);
        program.Changed += Wake;
        AppDomain.CurrentDomain.ProcessExit += Restore;
        AppDomain.CurrentDomain.UnhandledException += Restore;
        try
        {
            Enter();
            Loop(program, cancellation);
            if (!program.Finished) program.Handle(new HostEvent.Closing());
        }
        finally
        {
            Leave();
            program.Changed -= Wake;
            AppDomain.CurrentDomain.ProcessExit -= Restore;
            AppDomain.CurrentDomain.UnhandledException -= Restore;
        }
    }

    /// <inheritdoc/>
    public void Yield(Action outside)
    {
        var inside = _inside;
        Leave();
        try
        {
            outside();
        }
        finally
        {
            if (inside) Enter();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Leave();
        _device.Dispose();
    }

    private void Loop(IScreenProgram program, CancellationToken cancellation)
    {
        var size = _device.Size;
        program.Handle(new HostEvent.Resized(size));
        var dirty = true;
        while (!program.Finished && !cancellation.IsCancellationRequested && !_device.Closed)
        {
            _changed = false; // before drawing: what changes meanwhile is drawn next
            if (dirty) Paint(program.Draw(size));
            if (program.Finished) break;
            dirty = Pump(program, _parser.IsWaiting ? EscapeTime : IdleTime);
            for (var i = 1; dirty && i < MostEventsPerFrame && !program.Finished && Pump(program, TimeSpan.Zero); i++) dirty = true;
            if (_device.Size is var now && now != size)
            {
                size = now;
                program.Handle(new HostEvent.Resized(size));
                _shown = null;
                dirty = true;
            }

            dirty |= _changed || _shown is null;
        }
    }

    private bool Pump(IScreenProgram program, TimeSpan patience)
    {
        var bytes = _device.Read(patience);
        var tokens = bytes.Length > 0 ? _parser.Feed(bytes) : patience > TimeSpan.Zero ? _parser.Flush() : [];
        foreach (var token in tokens)
        {
            if (program.Finished) break;
            Handle(program, token);
        }

        return tokens.Count > 0;
    }

    private void Handle(IScreenProgram program, InputToken token)
    {
        switch (token)
        {
            case InputToken.KeyPress { Pressed: { Ctrl: true, Rune.Value: 'z' } }: Suspend(); break;
            case InputToken.KeyPress { Pressed: { Ctrl: true, Rune.Value: 'l' } }: _shown = null; break;
            case InputToken.KeyPress press: program.Handle(new HostEvent.Pressed(press.Pressed)); break;
            case InputToken.Paste paste: program.Handle(new HostEvent.Pasted(paste.Text)); break;
            case InputToken.Click click when _frame is { } frame && HitTest.Click(frame, click.X, click.Y) is { } happened: program.Handle(happened); break;
            case InputToken.Wheel wheel when _frame is { } frame && HitTest.Wheel(frame, wheel.X, wheel.Y, wheel.Down ? 3 : -3) is { } happened: program.Handle(happened); break;
            case InputToken.Background background when _traits.Backdrop == Backdrop.Auto:
                _writer = new ScreenWriter(Theme.Of(background.Luminance > 0.5 ? Backdrop.Light : Backdrop.Dark, _traits.Depth), _traits.Depth);
                _shown = null;
                break;
        }
    }

    private void Paint(Frame frame)
    {
        var grid = FramePainter.Paint(frame, _traits.Glyphs);
        var text = _writer.Difference(_shown, grid);
        if (frame.WindowTitle != _title)
        {
            _title = frame.WindowTitle;
            text += $"\u001b]2;{string.Concat(_title.Where(c => !char.IsControl(c)))}\u0007";
        }

        (_shown, _frame) = (grid, frame);
        if (text.Length > 0) _device.Write($"\u001b[?2026h{text}\u001b[?2026l"); // one synchronised update where the terminal can
    }

    private void Suspend()
    {
        if (OperatingSystem.IsWindows()) return;
        Yield(_device.Suspend);
    }

    private void Enter()
    {
        lock (_screen)
        {
            _device.Enter();
            _inside = true;
            _shown = null;
            _title = "";
            _device.Write(EnterText + (_traits.Mouse ? MouseOn : "") + (_traits.Backdrop == Backdrop.Auto ? AskBackground : ""));
        }
    }

    private void Leave()
    {
        lock (_screen)
        {
            if (!_inside) return;
            _inside = false;
            _device.Write((_traits.Mouse ? MouseOff : "") + LeaveText);
            _device.Leave();
        }
    }
}
