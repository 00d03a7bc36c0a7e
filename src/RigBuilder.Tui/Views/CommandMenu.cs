using RigBuilder.Tui.Theme;
using RigBuilder.Workbench.Layout;

namespace RigBuilder.Tui.Views;

/// <summary>
/// The library's menu bar at the program's name: the screens, and what can be done now with its keys. Filled when it opens,
/// since that changes with every step.
/// </summary>
internal sealed class CommandMenu : MenuBar
{
    private readonly Entry _entry;

    /// <param name="style">How it looks.</param>
    /// <param name="press">Presses a key.</param>
    public CommandMenu(Style style, Action<Key> press)
    {
        _entry = new Entry(style, press);
        SetScheme(style.Palette.Scheme(Role.Title, Surface.Bar));
        _entry.SetScheme(style.Palette.Scheme(Role.Title, Surface.Bar));
        Add(_entry);
    }

    /// <summary>Takes over what a frame offers.</summary>
    public void Show(Frame frame) => _entry.Offer = frame;

    /// <summary>Opens it, for the keyboard.</summary>
    public void Open() => _entry.Open();

    /// <summary>
    /// Takes a key while it is open: arrows, which the library would give to the table below, and the keys that it shows. Others,
    /// such as Enter and Esc, are the library's.
    /// </summary>
    /// <returns>Whether the key was taken.</returns>
    public bool Take(Key key) => _entry.Take(key);

    private sealed class Entry(Style style, Action<Key> press) : MenuBarItem(StyledWriter.Shown(ScreenLayout.Brand, style.Glyphs), new PopoverMenu([]))
    {
        public Frame? Offer { get; set; }

        public void Open()
        {
            Fill();
            PopoverMenuOpen = true;
        }

        public bool Take(Key key)
        {
            if (key.Code is Workbench.Host.KeyCode.Down or Workbench.Host.KeyCode.Tab) return Step(NavigationDirection.Forward);
            if (key.Code is Workbench.Host.KeyCode.Up or Workbench.Host.KeyCode.BackTab) return Step(NavigationDirection.Backward);
            if (key.Code == Workbench.Host.KeyCode.Enter || Offer is not { } frame) return false;
            if (!frame.Tabs.Any(t => t.Key == key) && !frame.Hints.Any(h => h.Key == key)) return false;
            PopoverMenuOpen = false;
            press(key);
            return true;
        }

        // By the mouse.
        protected override bool OnActivating(Terminal.Gui.Input.CommandEventArgs args)
        {
            if (!PopoverMenuOpen) Fill();
            return base.OnActivating(args);
        }

        private void Fill()
        {
            if (Offer is not { } frame || PopoverMenu is not { } popover) return;
            var items = frame.Tabs.Select(t => Item(t.Key, t.Title, true)).Cast<View>().Append(new Line())
                .Concat(frame.Hints.Select(h => Item(h.Key, h.Name, h.Enabled)));
            var menu = new Menu(items);
            menu.SetScheme(style.Palette.MenuScheme());
            popover.Root = menu;
        }

        private bool Step(NavigationDirection direction)
        {
            PopoverMenu?.Root?.AdvanceFocus(direction, TabBehavior.TabStop);
            return true;
        }

        private MenuItem Item(Key key, string name, bool enabled)
        {
            var item = new MenuItem(StyledWriter.Shown(name, style.Glyphs).Replace("_", "-", StringComparison.Ordinal), GuiKey.Empty, () => press(key)) { Enabled = enabled };
            item.KeyView.Text = key.ToString();
            return item;
        }
    }
}
