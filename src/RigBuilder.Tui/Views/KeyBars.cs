using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>The tab bar and the hint line: the library's bars of shortcuts, which can be clicked.</summary>
internal static class KeyBars
{
    // A shortcut has a blank at each side of both of its parts, and a hint a separator after it.
    private const int Padding = 4;

    /// <summary>Shortcuts for the tabs that fit.</summary>
    public static IEnumerable<Shortcut> Tabs(Frame frame, Style style, Action<Key> press) => Fitting(
        frame.Tabs, t => Make(t.Key, t.Title, style.Palette.Scheme(t.Active ? Role.Title : Role.Normal, t.Active ? Surface.Selected : Surface.Bar), press),
        t => (t.Key, t.Title), frame.Size.Width - BarLayout.FirstTab);

    /// <summary>Shortcuts for the hints that fit.</summary>
    public static IEnumerable<Shortcut> Hints(Frame frame, Style style, Action<Key> press) => Fitting(
        frame.Hints, h => Make(h.Key, h.Name, h.Enabled ? style.Palette.BarScheme() : style.Palette.Scheme(Role.Locked, Surface.Bar), press),
        h => (h.Key, h.Name), frame.Size.Width);

    /// <summary>Columns that a bar's shortcuts take, with a line between two of them where the bar draws one.</summary>
    public static int Width(Bar bar, bool lines) =>
        bar.SubViews.OfType<Shortcut>().Sum(s => TextWidth.Of(s.Title) + TextWidth.Of(s.KeyView.Text) + Padding + (lines ? 1 : 0));

    private static IEnumerable<Shortcut> Fitting<T>(IEnumerable<T> items, Func<T, Shortcut> make, Func<T, (Key Key, string Name)> texts, int room)
    {
        foreach (var item in items)
        {
            var (key, name) = texts(item);
            room -= TextWidth.Of(key.ToString()) + TextWidth.Of(name) + Padding + 1;
            if (room < 0) yield break;
            yield return make(item);
        }
    }

    private static Shortcut Make(Key key, string name, Scheme scheme, Action<Key> press)
    {
        var shortcut = new Shortcut(GuiKey.Empty, name.Replace("_", "-", StringComparison.Ordinal), () => press(key)) { CanFocus = false };
        shortcut.KeyView.Text = key.ToString();
        shortcut.SetScheme(scheme);
        // The library gives keys the look of the bar.
        shortcut.KeyView.GettingAttributeForRole += (_, asked) => (asked.Result, asked.Handled) = (scheme.HotNormal, true);
        return shortcut;
    }
}
