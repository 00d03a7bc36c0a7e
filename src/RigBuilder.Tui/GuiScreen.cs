using System.Drawing;
using RigBuilder.Tui.Input;
using RigBuilder.Tui.Theme;
using RigBuilder.Tui.Views;
using Terminal.Gui.Input;
using Size = RigBuilder.Workbench.Frames.Size;

namespace RigBuilder.Tui;

/// <summary>
/// The library's application with our window, alive on one thread: turns its events into ours and shows the frames it is
/// handed. Everything but <see cref="Show"/> and <see cref="Stop"/> happens on the library's thread.
/// </summary>
internal sealed class GuiScreen : IDisposable
{
    // How long an event's handler waits for the frame that answers it: then key and answer share one turn of the library's loop.
    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(15);

    private readonly IApplication _app;
    private readonly ScreenWindow _window;
    private readonly Action<HostEvent> _happened;
    private readonly AutoResetEvent _answered = new(false);
    private readonly Pace _pace = new();
    private Frame? _frame;
    private Frame? _next;
    private volatile bool _stopping;

    public GuiScreen(IApplication app, Style style, Action<HostEvent> happened)
    {
        (_app, _happened) = (app, happened);
        _window = new ScreenWindow(style, key => Happen(new HostEvent.Pressed(key)));
        _app.Keyboard.KeyDown += OnKey;
        _app.Mouse.MouseEvent += OnMouse;
        _app.Paste += OnPaste;
        _app.ScreenChanged += OnResize;
        _app.Iteration += OnTurn;
    }

    /// <summary>The screen's size.</summary>
    public Size Size => new(_app.Screen.Width, _app.Screen.Height);

    /// <summary>Runs the library's loop until <see cref="Stop"/>.</summary>
    public void Run()
    {
        if (!_stopping) _app.Run(_window);
    }

    /// <summary>Shows a frame soon; of several frames between two turns of the loop the last one counts. From any thread.</summary>
    public void Show(Frame frame)
    {
        Volatile.Write(ref _next, frame);
        _answered.Set();
    }

    /// <summary>Ends the loop. From any thread.</summary>
    public void Stop()
    {
        _stopping = true;
        _answered.Set();
        if (_app.Initialized) _app.Invoke(End);
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

    private bool IsMenuOpen => _app.Popovers?.GetActivePopover() is not null;

    private void OnTurn(object? sender, EventArgs<IApplication?> turn)
    {
        _pace.Turned();
        // What stops the dialog on top, as the library does for a terminal that ends, means the whole screen.
        if (_stopping || _window.IsStopped) End();
        else Apply();
    }

    private void End()
    {
        _window.CloseDialogs(_app);
        _app.RequestStop(_window);
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
        if (_stopping) return;
        _pace.Quicken();
        _answered.Reset();
        _happened(happened);
        if (_answered.WaitOne(Answer)) Apply();
    }

    private void Apply()
    {
        if (Interlocked.Exchange(ref _next, null) is not { } frame) return;
        _pace.Quicken();
        _frame = frame;
        _window.Show(frame);
    }
}
