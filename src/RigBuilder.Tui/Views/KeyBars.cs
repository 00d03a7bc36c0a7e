using RigBuilder.Tui.Theme;
using RigBuilder.Workbench.Layout;

namespace RigBuilder.Tui.Views;

/// <summary>The tab bar and the hint line: the library's bars of shortcuts, which can be clicked.</summary>
internal static class KeyBars
{
    // A shortcut has a blank at each side and one between its parts.
    private const int Padding = 3;

    /// <summary>Shortcuts for the tabs that fit.</summary>
    public static IEnumerable<Shortcut> Tabs(Frame frame, Style style, Action<Key> press) => Fitting(
        frame.Tabs, t => Make(t.Key, t.Title, style.Palette.Scheme(t.Active ? Role.Title : Role.Normal, t.Active ? Surface.Selected : Surface.Bar), press),
        t => (t.Key, t.Title), frame.Size.Width - ScreenLayout.FirstTab);

    /// <summary>Shortcuts for the hints that fit; the last one needs no blank after it.</summary>
    public static IEnumerable<Shortcut> Hints(Frame frame, Style style, Action<Key> press) => Fitting(
        frame.Hints, h => Make(h.Key, h.Name, h.Enabled ? style.Palette.BarScheme() : style.Palette.Scheme(Role.Locked, Surface.Bar), press),
        h => (h.Key, h.Name), frame.Size.Width + 1);

    /// <summary>Columns that a bar's shortcuts take.</summary>
    public static int Width(Bar bar) => bar.SubViews.OfType<Shortcut>().Sum(s => TextWidth.Of(s.Title) + TextWidth.Of(s.KeyView.Text) + Padding);

    private static IEnumerable<Shortcut> Fitting<T>(IEnumerable<T> items, Func<T, Shortcut> make, Func<T, (Key Key, string Name)> texts, int room)
    {
        foreach (var item in items)
        {
            var (key, name) = texts(item);
            room -= TextWidth.Of(key.ToString()) + TextWidth.Of(name) + Padding;
            if (room < 0) yield break;
            yield return make(item);
        }
    }

    private static Shortcut Make(Key key, string name, Scheme scheme, Action<Key> press)
    {
        var shortcut = new Shortcut(GuiKey.Empty, name.Replace("_", "-", StringComparison.Ordinal), () => press(key)) { CanFocus = false };
        shortcut.KeyView.Text = key.ToString();
        shortcut.Add(shortcut.KeyView);
        shortcut.AlignmentModes = AlignmentModes.EndToStart | AlignmentModes.IgnoreFirstOrLast;
        // The library leaves two blanks between the parts.
        shortcut.KeyView.Margin.Thickness = new Thickness(1, 0, 0, 0);
        shortcut.SetScheme(scheme);
        // The library gives keys the look of the bar.
        shortcut.KeyView.GettingAttributeForRole += (_, asked) => (asked.Result, asked.Handled) = (scheme.HotNormal, true);
        return shortcut;
    }
}
