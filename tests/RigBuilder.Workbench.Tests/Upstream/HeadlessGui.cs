using Terminal.Gui.App;
using GuiKey = Terminal.Gui.Input.Key;

namespace RigBuilder.Workbench.Tests.Upstream;

/// <summary>Terminal.Gui without a terminal: presses a script of keys, each some turns of the library's loop after the last, then closes.</summary>
public sealed class HeadlessGui(Size size, IEnumerable<string> keys)
{
    private const int TurnsPerKey = 4;
    private const int TurnsAtTheEnd = 60;
    private readonly Queue<string> _keys = new(keys);
    private IApplication? _app;
    private int _turns;

    /// <summary>What the last drawn screen showed.</summary>
    public string Screen { get; private set; } = "";

    /// <summary>Whether the application is disposed, or there never was one.</summary>
    public bool IsClosed => _app is not { Initialized: true };

    public IApplication Open()
    {
        Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");
        Application.MaximumIterationsPerSecond = 200;
        _app = Application.Create();
        _app.Init(Terminal.Gui.Drivers.DriverRegistry.Names.ANSI);
        _app.Driver!.SetScreenSize(size.Width, size.Height);
        _app.Iteration += OnTurn;
        return _app;
    }

    private void OnTurn(object? sender, EventArgs<IApplication?> turn)
    {
        var app = _app!;
        Screen = app.Driver?.ToString() ?? Screen;
        _turns++;
        if (_keys.Count > 0 && _turns >= TurnsPerKey)
        {
            _turns = 0;
            app.Keyboard.RaiseKeyDownEvent(KeyOf(_keys.Dequeue()));
        }
        else if (_keys.Count == 0 && _turns >= TurnsAtTheEnd)
        {
            app.Iteration -= OnTurn;
            app.RequestStop();
        }
    }

    private static GuiKey KeyOf(string name) => name switch
    {
        "Enter" => GuiKey.Enter,
        "Esc" => GuiKey.Esc,
        "Up" => GuiKey.CursorUp,
        "Down" => GuiKey.CursorDown,
        "Ctrl-R" => GuiKey.R.WithCtrl,
        [var only] => new GuiKey(only),
        _ => throw new ArgumentException($"no key for '{name}'"),
    };
}
