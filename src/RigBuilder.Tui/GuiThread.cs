using System.Runtime.ExceptionServices;
using RigBuilder.Tui.Theme;
using RigBuilder.Workbench.Frames;

namespace RigBuilder.Tui;

/// <summary>
/// The library on a thread of its own, so that the program keeps the host's thread and can hand the terminal to another program
/// in the middle of an event: the library then ends, which restores the terminal and lets go of the keyboard, and starts anew.
/// </summary>
/// <param name="open">Opens the terminal.</param>
/// <param name="style">How it looks.</param>
/// <param name="happened">Receives the events, on the library's thread.</param>
/// <param name="ended">Called when the thread has ended, for whatever reason.</param>
internal sealed class GuiThread(Func<IApplication> open, Style style, Action<HostEvent> happened, Action ended)
{
    // On a terminal that is gone the library's input thread reads the end of the input over and over and its loop never gets to
    // the end of the queue: it cannot be ended, only left behind.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private Thread? _thread;
    private volatile GuiScreen? _screen;
    private ExceptionDispatchInfo? _failure;

    /// <summary>The screen's size; empty while there is none.</summary>
    public Size Size => _screen?.Size ?? default;

    /// <summary>Whether the terminal is closed.</summary>
    public bool IsClosed => _screen is null;

    /// <summary>Opens the terminal and returns when it is ready.</summary>
    public void Start()
    {
        using var ready = new ManualResetEventSlim();
        _thread = new Thread(() => Live(ready)) { IsBackground = true, Name = "Terminal.Gui" };
        _thread.Start();
        ready.Wait();
        _failure?.Throw();
    }

    /// <summary>Shows a frame soon.</summary>
    public void Show(Frame frame) => _screen?.Show(frame);

    /// <summary>Closes the terminal and returns when it is restored; false when the library does not end, as on a terminal that is gone.</summary>
    public bool Stop()
    {
        _screen?.Stop();
        var stopped = _thread?.Join(Patience) ?? true;
        _thread = null;
        return stopped;
    }

    /// <summary>Throws what ended the library's thread before its time, if anything did.</summary>
    public void ThrowIfFailed() => _failure?.Throw();

    private void Live(ManualResetEventSlim ready)
    {
        try
        {
            using var app = open();
            using var screen = new GuiScreen(app, style, happened);
            _screen = screen;
            ready.Set();
            screen.Run();
        }
        catch (Exception failure)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
        finally
        {
            _screen = null;
            SetReady(ready);
            ended();
        }
    }

    private static void SetReady(ManualResetEventSlim ready)
    {
        try
        {
            ready.Set();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }
}
