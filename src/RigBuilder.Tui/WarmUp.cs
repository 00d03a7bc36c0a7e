using System.Runtime.CompilerServices;
using RigBuilder.Tui.Theme;
using RigBuilder.Tui.Views;

namespace RigBuilder.Tui;

/// <summary>
/// Compiles and initialises the library while the program reads its data: that takes most of the time to the first frame, and
/// needs no terminal.
/// </summary>
internal static class WarmUp
{
    /// <summary>Does it on another thread.</summary>
    /// <param name="style">How the window will look.</param>
    /// <returns>What must have ended before the library is used.</returns>
    public static Task Begin(Style style) => Task.Run(() =>
    {
        RuntimeHelpers.RunModuleConstructor(typeof(Application).Module.ModuleHandle);
        using var window = new ScreenWindow(style, _ => { });
        window.Show(Sample());
    });

    private static Frame Sample()
    {
        var rows = new PanelContent.Table([new Column("name", 4), new Column("value", 4)], [TableRow.Of(StyledText.Of("a"), StyledText.Of("b"))]) { Total = 1, Selected = 0 };
        var text = new PanelContent.Document([new Block.Text("text"), new Block.Meter("meter", 0.5, "value", Role.Meter), new Block.Banner('A', Role.Upgrade, ["beside"])]);
        return new Frame
        {
            Size = new Size(80, 24),
            TabRow = 0,
            Tabs = [new Tab(Key.Of('1'), "tab", true)],
            HintRow = 23,
            Hints = [new Hint(Key.Of('a'), "hint", true)],
            Panels = [new Panel(PanelId.Slots, new Rect(0, 1, 40, 22), "rows", rows), new Panel(PanelId.Stats, new Rect(40, 1, 40, 22), "text", text)],
        };
    }
}
