using RigBuilder.Tui;
using RigBuilder.Tui.Input;
using Terminal.Gui.App;
using Terminal.Gui.Input;
using GuiKey = Terminal.Gui.Input.Key;

namespace RigBuilder.Workbench.Tests.Tui;

/// <summary>
/// Terminal.Gui without a terminal: presses a script of keys, each some turns of the library's loop after the last, then closes.
/// "Click TEXT" clicks on a text as soon as it is on the screen, "See TEXT" only waits for it.
/// </summary>
public sealed class HeadlessGui(Size size, IEnumerable<string> keys)
{
    private const int TurnsPerKey = 4;
    private const int TurnsAtTheEnd = 60;
    private const int MostTurns = 800;
    private readonly Queue<string> _keys = new(keys);
    private IApplication? _app;
    private OpenTerminal? _terminal;
    private Wake? _wake;
    private int _turns;

    /// <summary>What the last drawn screen showed.</summary>
    public string Screen { get; private set; } = "";

    /// <summary>Whether the terminal is as it was before it was opened: not open yet, closed, or lent out.</summary>
    public bool IsClosed => _app is not { Initialized: true } || _terminal!.IsLent;

    internal OpenTerminal Open(Wake wake)
    {
        Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");
        _wake = wake;
        _app = Application.Create();
        _app.Init(Terminal.Gui.Drivers.DriverRegistry.Names.ANSI);
        _app.Driver!.SetScreenSize(size.Width, size.Height);
        _app.Iteration += OnTurn;
        return _terminal = new OpenTerminal(_app);
    }

    private void OnTurn(object? sender, EventArgs<IApplication?> turn)
    {
        var app = _app!;
        _wake!.Up();
        Screen = app.Driver?.ToString() ?? Screen;
        _turns++;
        if (_keys.Count > 0 && _turns >= TurnsPerKey)
        {
            // A text that never comes ends the waiting, and the test fails on the screen.
            if (_keys.Peek() is ['S', 'e', 'e', ' ', .. var seen] && !Screen.Contains(seen, StringComparison.Ordinal) && _turns < MostTurns) return;
            if (_keys.Peek() is ['C', 'l', 'i', 'c', 'k', ' ', .. var target] && PlaceOf(target) is null && _turns < MostTurns) return;
            _turns = 0;
            Play(app, _keys.Dequeue());
        }
        else if (_keys.Count == 0 && _turns >= TurnsAtTheEnd)
        {
            app.Iteration -= OnTurn;
            app.RequestStop();
        }
    }

    private void Play(IApplication app, string step)
    {
        if (step.StartsWith("See ", StringComparison.Ordinal)) return;
        if (!step.StartsWith("Click ", StringComparison.Ordinal))
        {
            app.Keyboard.RaiseKeyDownEvent(KeyOf(step));
            return;
        }

        if (PlaceOf(step["Click ".Length..]) is not { } at) return;
        foreach (var flags in new[] { MouseFlags.LeftButtonPressed, MouseFlags.LeftButtonReleased, MouseFlags.LeftButtonClicked })
            app.Mouse.RaiseMouseEvent(new Mouse { ScreenPosition = at, Flags = flags });
    }

    private System.Drawing.Point? PlaceOf(string text)
    {
        var lines = Screen.Split('\n');
        for (var y = 0; y < lines.Length; y++)
            if (lines[y].IndexOf(text, StringComparison.Ordinal) is >= 0 and var x) return new System.Drawing.Point(x, y);
        return null;
    }

    private static GuiKey KeyOf(string name) => name switch
    {
        "Enter" => GuiKey.Enter,
        "Esc" => GuiKey.Esc,
        "Up" => GuiKey.CursorUp,
        "Down" => GuiKey.CursorDown,
        "Ctrl-R" => GuiKey.R.WithCtrl,
        "F10" => GuiKey.F10,
        [var only] => new GuiKey(only),
        _ => throw new ArgumentException($"no key for '{name}'"),
    };
}
