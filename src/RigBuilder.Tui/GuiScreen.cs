using System.Drawing;
using RigBuilder.Tui.Input;
using RigBuilder.Tui.Theme;
using RigBuilder.Tui.Views;
using Terminal.Gui.Input;
using Size = RigBuilder.Workbench.Frames.Size;

namespace RigBuilder.Tui;

/// <summary>
/// A program on the library's loop: turns the library's events into ours, lets the program handle them and shows its frames. All
/// of it happens on one thread; only <see cref="Change"/> and <see cref="Close"/> may be called from others.
/// </summary>
internal sealed class GuiScreen : IDisposable
{
    private static readonly Key Suspend = Key.Of('z', ctrl: true);
    private static readonly Key Redraw = Key.Of('l', ctrl: true);

    private readonly OpenTerminal _terminal;
    private readonly IApplication _app;
    private readonly IScreenProgram _program;
    private readonly Wake _wake;
    private readonly ScreenWindow _window;
    private Frame? _frame;
    private volatile bool _changed;
    private volatile bool _closing;

    public GuiScreen(OpenTerminal terminal, Style style, IScreenProgram program, Wake wake)
    {
        (_terminal, _app, _program, _wake) = (terminal, terminal.App, program, wake);
        _window = new ScreenWindow(style, key => Happen(new HostEvent.Pressed(key)));
        _app.Keyboard.KeyDown += OnKey;
        _app.Mouse.MouseEvent += OnMouse;
        _app.Paste += OnPaste;
        _app.ScreenChanged += OnResize;
        _app.Iteration += OnTurn;
    }

    private bool IsMenuOpen => _app.Popovers?.GetActivePopover() is not null;

    private Size Size => new(_app.Screen.Width, _app.Screen.Height);

    /// <summary>Runs until the program has finished, <see cref="Close"/> was called, or the terminal is gone.</summary>
    public void Run()
    {
        Happen(new HostEvent.Resized(Size));
        if (!_closing && !_program.Finished) _app.Run(_window);
        if (!_program.Finished) _program.Handle(new HostEvent.Closing());
    }

    /// <summary>There may be something new to draw.</summary>
    public void Change()
    {
        _changed = true;
        _wake.Up();
    }

    /// <summary>Ends soon.</summary>
    public void Close()
    {
        _closing = true;
        _wake.Up();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _app.Iteration -= OnTurn;
        _app.ScreenChanged -= OnResize;
        _app.Paste -= OnPaste;
        _app.Mouse.MouseEvent -= OnMouse;
        _app.Keyboard.KeyDown -= OnKey;
        _window.Dispose();
    }

    // The library begins each turn of its loop here, and goes on with input, layout and drawing.
    private void OnTurn(object? sender, EventArgs<IApplication?> turn)
    {
        // It would place the cursor in every turn, whether it moved or not.
        _app.Driver?.SetCursorNeedsUpdate(false);
        if (!_changed && !_closing) _wake.Sleep(_app.TimedEvents is TimedEvents timers && timers.CheckTimers(out var due) ? due : -1);
        // Keys that have piled up are handled before the next frame, and all of them share this turn's drawing with it.
        _app.Driver?.GetInputProcessor().ProcessQueue();
        // What stops the dialog on top, as the library does for a terminal that ends, means the whole screen.
        if (_closing || _terminal.IsLost || _program.Finished || _window.IsStopped) End();
        else if (_changed) Show();
    }

    private void End()
    {
        _window.CloseDialogs(_app);
        _app.RequestStop(_window);
    }

    private void Show()
    {
        _changed = false;
        if (Size is { Width: 0 } or { Height: 0 }) return;
        _frame = _program.Draw(Size);
        _window.Show(_frame);
    }

    private void OnKey(object? sender, GuiKey key)
    {
        // The program binds the keys; no widget gets any, but for the menu.
        var ours = KeyTranslation.Of(key);
        if (IsMenuOpen)
        {
            key.Handled = ours is { } taken && _window.Menu.Take(taken);
            return;
        }

        key.Handled = true;
        if (key == GuiKey.F10 && _frame is { TabRow: not null } frame && !frame.Overlays.Any(p => p.Kind == PanelKind.Modal)) _window.Menu.Open();
        else if (ours == Suspend) _terminal.Lend(Tty.Stop);
        else if (ours == Redraw) _terminal.Redraw();
        else if (ours is { } pressed) Happen(new HostEvent.Pressed(pressed));
    }

    private void OnPaste(object? sender, PasteEventArgs pasted)
    {
        pasted.Handled = true;
        Happen(new HostEvent.Pasted(pasted.Text));
    }

    private void OnMouse(object? sender, Mouse mouse)
    {
        if (_frame is not { } frame || IsMenuOpen || _window.IsButton(mouse.ScreenPosition)) return;
        var at = mouse.ScreenPosition;
        var modal = frame.Overlays.Any(p => p.Kind == PanelKind.Modal);
        // The bars' shortcuts take their clicks themselves, unless something lies above them.
        if (!modal && (at.Y == frame.TabRow || at.Y == frame.HintRow)) return;
        mouse.Handled = true;
        var happened = mouse.Flags switch
        {
            var f when f.HasFlag(MouseFlags.LeftButtonClicked) && modal && !_window.IsDialog(at) => new HostEvent.Pressed(Key.Of(Workbench.Host.KeyCode.Escape)),
            var f when f.HasFlag(MouseFlags.LeftButtonClicked) => HitTest.Click(frame, at.X, at.Y),
            var f when f.HasFlag(MouseFlags.WheeledUp) => HitTest.Wheel(frame, at.X, at.Y, -3),
            var f when f.HasFlag(MouseFlags.WheeledDown) => HitTest.Wheel(frame, at.X, at.Y, 3),
            _ => null,
        };
        if (happened is not null) Happen(happened);
    }

    private void OnResize(object? sender, EventArgs<Rectangle> screen) => Happen(new HostEvent.Resized(Size));

    private void Happen(HostEvent happened)
    {
        if (_closing || _program.Finished) return;
        _changed = true;
        _program.Handle(happened);
    }
}
