using RigBuilder.Tui.Theme;
using RigBuilder.Tui.Views;
using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Painting;
using Terminal.Gui.App;
using Terminal.Gui.Configuration;
using Terminal.Gui.Time;

namespace RigBuilder.Workbench.Tests.Fixtures;

/// <summary>
/// What users see of a frame, without a terminal: the library draws it with the program's own views into its memory. One screen may
/// show many frames, one after the other, as the program does.
/// </summary>
public sealed class HeadlessScreen : IDisposable
{
    // The library's glyphs are settings of the whole process.
    private static readonly Lock Glyphs = new();
    private readonly GlyphSet _glyphs;
    private readonly IApplication _app;
    private readonly ScreenWindow _window;

    public HeadlessScreen(GlyphSet glyphs)
    {
        _glyphs = glyphs;
        Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");
        _app = Application.Create(new VirtualTimeProvider());
        _app.Init(Terminal.Gui.Drivers.DriverRegistry.Names.ANSI);
        _window = WithGlyphs(() =>
        {
            var window = new ScreenWindow(new Style(new Palette(colour: true, light: false), glyphs), _ => { });
            _app.Begin(window);
            return window;
        });
    }

    /// <summary>The frame's text on a new screen, lines without blanks at their ends.</summary>
    public static string TextOf(Frame frame, GlyphSet glyphs)
    {
        using var screen = new HeadlessScreen(glyphs);
        return screen.Show(frame);
    }

    /// <summary>Shows a frame; the text on the screen then, lines without blanks at their ends.</summary>
    public string Show(Frame frame) => WithGlyphs(() =>
    {
        if (frame.Size is { Width: 0 } or { Height: 0 }) return "";
        if ((_app.Screen.Width, _app.Screen.Height) != (frame.Size.Width, frame.Size.Height)) _app.Driver!.SetScreenSize(frame.Size.Width, frame.Size.Height);
        _window.Show(frame);
        _app.LayoutAndDraw();
        return string.Concat(_app.Driver!.ToString()!.TrimEnd('\r', '\n').ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd() + '\n'));
    });

    public void Dispose()
    {
        _window.CloseDialogs(_app);
        _app.Dispose();
        _window.Dispose();
    }

    private T WithGlyphs<T>(Func<T> show)
    {
        lock (Glyphs)
        {
            if (_glyphs.IsAscii) AsciiGlyphs.Use();
            try
            {
                return show();
            }
            finally
            {
                GlyphSettings.Current = GlyphSettings.Default;
            }
        }
    }
}
