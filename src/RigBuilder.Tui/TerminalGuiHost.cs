using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui;

/// <summary>The terminal port on Terminal.Gui 2.</summary>
public sealed class TerminalGuiHost : ITerminalHost
{
    // How often it is checked that the terminal is still there, for the case that no signal tells.
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly Style _style;
    private readonly Func<IApplication> _open;
    private readonly Task _warm;
    private GuiThread? _terminal;

    /// <summary>A host on the terminal of this process.</summary>
    /// <param name="capabilities">What the terminal can do; without <see cref="HostCapabilities.Mouse"/> the mouse is left to it.</param>
    /// <param name="glyphs">Characters that it shows.</param>
    /// <param name="light">Whether its background is light.</param>
    public TerminalGuiHost(HostCapabilities capabilities, GlyphSet glyphs, bool light)
        : this(capabilities, glyphs, light, () => OpenTerminal(capabilities.Mouse, glyphs))
    {
    }

    internal TerminalGuiHost(HostCapabilities capabilities, GlyphSet glyphs, bool light, Func<IApplication> open)
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
        using var events = new BlockingCollection<HostEvent?>();
        var terminal = _terminal = new GuiThread(_open, _style, Post, () => Post(null));
        // Null wakes the loop: something may have changed, or the terminal is gone.
        void Changed() => Post(null);
        void Close(PosixSignalContext signal)
        {
            signal.Cancel = true;
            Post(new HostEvent.Closing());
        }

        void Post(HostEvent? happened)
        {
            if (!events.IsAddingCompleted) events.Add(happened, CancellationToken.None);
        }

        program.Changed += Changed;
        try
        {
            // The library restores the terminal when it is disposed, but not on signals.
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Close);
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Close);
            using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Close);
            using var cancelled = cancellation.Register(() => Post(new HostEvent.Closing()));
            // However it ended: what it has not prepared is prepared now.
            Task.WhenAny(_warm).Wait(CancellationToken.None);
            terminal.Start();
            Post(new HostEvent.Resized(terminal.Size));
            Loop(program, terminal, events);
        }
        finally
        {
            program.Changed -= Changed;
            terminal.Stop();
            _terminal = null;
        }
    }

    /// <inheritdoc/>
    public void Yield(Action outside)
    {
        var terminal = _terminal;
        if (terminal?.Stop() == false) return;
        try
        {
            outside();
        }
        finally
        {
            terminal?.Start();
        }
    }

    private static void Loop(IScreenProgram program, GuiThread terminal, BlockingCollection<HostEvent?> events)
    {
        var watched = TerminalLife.IsThere();
        while (!program.Finished)
        {
            // Events that have piled up are handled before the next frame is drawn.
            if (!events.TryTake(out var next, Breath))
            {
                if (!TerminalLife.IsLost(watched)) continue;
                next = new HostEvent.Closing();
            }

            do
            {
                terminal.ThrowIfFailed();
                if (terminal.IsClosed) next = new HostEvent.Closing();
                if (next is not null) program.Handle(next);
                if (next is HostEvent.Closing) return;
            }
            while (!program.Finished && events.TryTake(out next));

            if (!program.Finished && terminal.Size is { Width: > 0 } size) terminal.Show(program.Draw(size));
        }
    }

    private static IApplication OpenTerminal(bool mouse, GlyphSet glyphs)
    {
        Pace.Begin();
        var app = Application.Create();
        // The "dotnet" driver asks the system for the size; the default one asks the terminal, and tmux 3.3a answers with rows
        // and columns exchanged.
        app.Init(Terminal.Gui.Drivers.DriverRegistry.Names.DOTNET);
        if (glyphs.IsAscii) AsciiGlyphs.Use();
        if (!mouse) app.Driver?.WriteRaw("\e[?1003l\e[?1015l\e[?1006l");
        return app;
    }
}
