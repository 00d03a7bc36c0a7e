using System.Reflection;
using System.Runtime.InteropServices;
using RigBuilder.Tui.Input;
using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui;

/// <summary>The terminal port on Terminal.Gui 2.</summary>
public sealed class TerminalGuiHost : ITerminalHost
{
    private readonly Style _style;
    private readonly Func<Wake, OpenTerminal> _open;
    private readonly Task _warm;
    private OpenTerminal? _terminal;

    /// <summary>A host on the terminal of this process.</summary>
    /// <param name="capabilities">What the terminal can do; without <see cref="HostCapabilities.Mouse"/> the mouse is left to it.</param>
    /// <param name="glyphs">Characters that it shows.</param>
    /// <param name="light">Whether its background is light.</param>
    public TerminalGuiHost(HostCapabilities capabilities, GlyphSet glyphs, bool light)
        : this(capabilities, glyphs, light, wake => OpenTerminal.OfProcess(wake, capabilities.Mouse, glyphs))
    {
    }

    internal TerminalGuiHost(HostCapabilities capabilities, GlyphSet glyphs, bool light, Func<Wake, OpenTerminal> open)
    {
        (Capabilities, _style, _open) = (capabilities, new Style(new Palette(capabilities.Colours > 0, light), glyphs), open);
        _warm = capabilities.Refusal is null ? WarmUp.Begin(_style) : Task.CompletedTask;
    }

    /// <summary>Name of the library with its version.</summary>
    public static string Library { get; } =
        $"Terminal.Gui {typeof(IApplication).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}";

    /// <inheritdoc/>
    public string Name => Library;

    /// <inheritdoc/>
    public HostCapabilities Capabilities { get; }

    /// <inheritdoc/>
    public void Run(IScreenProgram program, CancellationToken cancellation)
    {
        if (Capabilities.Refusal is { } refusal) throw new InvalidOperationException(refusal);
        // However it ended: what it has not prepared is prepared now.
        Task.WhenAny(_warm).Wait(CancellationToken.None);
        // The loop sleeps until something happens: the library's own pause at the end of each turn, a 25th of a second, is not wanted.
        Application.MaximumIterationsPerSecond = ushort.MaxValue;
        using var wake = new Wake();
        using var terminal = _terminal = _open(wake);
        using var screen = new GuiScreen(terminal, _style, program, wake);
        void Close(PosixSignalContext signal)
        {
            signal.Cancel = true;
            screen.Close();
        }

        // The library restores the terminal when it is disposed, but not on signals.
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Close);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Close);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Close);
        using var resized = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => wake.Up());
        using var cancelled = cancellation.Register(screen.Close);
        program.Changed += screen.Change;
        try
        {
            screen.Run();
        }
        finally
        {
            program.Changed -= screen.Change;
            _terminal = null;
        }
    }

    /// <inheritdoc/>
    public void Yield(Action outside)
    {
        if (_terminal is { } terminal) terminal.Lend(outside);
        else outside();
    }
}
