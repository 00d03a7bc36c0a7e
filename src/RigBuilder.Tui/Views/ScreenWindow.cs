using RigBuilder.Tui.Theme;
using RigBuilder.Workbench.Layout;

namespace RigBuilder.Tui.Views;

/// <summary>
/// Shows frames with widgets: a frame view per panel, kept by the panel's id, a dialog per modal panel, a menu, bars of shortcuts
/// for tabs and hints. Only what differs from the last frame is changed, and so drawn.
/// </summary>
internal sealed class ScreenWindow : Runnable
{
    private readonly Style _style;
    private readonly Action<Key> _press;
    private readonly Dictionary<(PanelId Id, Surface Surface), PanelView> _panels = [];
    private readonly Bar _tabs = new();
    private readonly Bar _hints = new();
    private readonly CommandMenu _menu;
    private readonly DialogStack _dialogs;
    private readonly StyledLines _status;
    private readonly StyledLines _tabRow;
    private readonly StyledLines _hintRow;
    private ImmutableArray<View> _order = [];
    private Frame? _frame;

    public ScreenWindow(Style style, Action<Key> press)
    {
        (_style, _press) = (style, press);
        (Width, Height) = (Dim.Fill(), Dim.Fill());
        SetScheme(style.Palette.Scheme(Role.Normal, Surface.Base));
        (_menu, _status, _tabRow, _hintRow) = (new CommandMenu(style, press), new StyledLines(style), new StyledLines(style), new StyledLines(style));
        _dialogs = new DialogStack(panel => new PanelDialog(style, panel, press));
        _tabs.SetScheme(style.Palette.BarScheme());
        _hints.SetScheme(style.Palette.BarScheme());
        _tabs.Orientation = _hints.Orientation = Orientation.Horizontal;
    }

    /// <summary>Shows a frame.</summary>
    public void Show(Frame frame)
    {
        var panels = frame.Panels.Select(p => (Panel: p, View: ViewOf(p, Surface.Base))).ToList();
        var toasts = frame.Overlays.Where(p => p.Kind != PanelKind.Modal).Select(p => (Panel: p, View: ViewOf(p, Surface.Raised))).ToList();
        ShowTabs(frame);
        ShowHints(frame);
        Arrange([_tabRow, _menu, _tabs, _status, .. panels.SelectMany(Views), _hintRow, _hints, .. toasts.SelectMany(Views)]);
        foreach (var (panel, view) in panels.Concat(toasts)) view.Show(panel);
        if (App is { } app) _dialogs.Show(app, [.. frame.Overlays.Where(p => p.Kind == PanelKind.Modal)], frame.Hints);
        if (_dialogs.Top is { } dialog) dialog.Field?.TakeFocus();
        else FocusOn(panels.LastOrDefault(p => p.Panel == frame.FocusedPanel).View);
        if (frame.WindowTitle != _frame?.WindowTitle) App?.Driver?.SetTerminalTitle(StyledWriter.Shown(frame.WindowTitle, _style.Glyphs));
        _frame = frame;
    }

    /// <summary>Whether a place on the screen is one of a dialog's buttons'.</summary>
    public bool IsButton(System.Drawing.Point at) => _dialogs.Top?.IsButton(at) == true;

    /// <summary>Whether a place on the screen belongs to the dialog on top.</summary>
    public bool IsDialog(System.Drawing.Point at) => _dialogs.Top?.FrameToScreen().Contains(at) == true;

    /// <summary>Whether the library was asked to end the dialog on top.</summary>
    public bool IsStopped => _dialogs.Top?.StopRequested == true;

    /// <summary>The menu.</summary>
    public CommandMenu Menu => _menu;

    /// <summary>Closes the dialogs, which must not outlive the window's loop.</summary>
    public void CloseDialogs(IApplication app) => _dialogs.CloseAll(app);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var panel in _panels.Values.Where(p => p.SuperView is null))
            {
                panel.TitleField.Dispose();
                panel.Dispose();
            }

            _panels.Clear();
        }

        base.Dispose(disposing);
    }

    private static IEnumerable<View> Views((Panel Panel, PanelView View) shown) => [shown.View, shown.View.TitleField];

    private PanelView ViewOf(Panel panel, Surface surface)
    {
        if (!_panels.TryGetValue((panel.Id, surface), out var view)) _panels[(panel.Id, surface)] = view = new PanelView(_style, surface);
        return view;
    }

    // Views of panels that are gone are taken out, and kept for the next time.
    private void Arrange(ImmutableArray<View> order)
    {
        if (order.SequenceEqual(_order)) return;
        foreach (var view in _order.Except(order)) Remove(view);
        if (order.Where(_order.Contains).SequenceEqual(_order.Where(order.Contains)) && order.Take(_order.Length).SequenceEqual(_order))
        {
            foreach (var view in order.Skip(_order.Length)) Add(view);
        }
        else
        {
            foreach (var view in _order.Intersect(order)) Remove(view);
            foreach (var view in order) Add(view);
        }

        _order = order;
    }

    private void ShowTabs(Frame frame)
    {
        var row = frame.TabRow ?? 0;
        var width = frame.TabRow is null ? 0 : frame.Size.Width;
        if (_frame is null || _frame.Size.Width != frame.Size.Width || !_frame.Tabs.SequenceEqual(frame.Tabs)) Refill(_tabs, KeyBars.Tabs(frame, _style, _press));
        var tabs = KeyBars.Width(_tabs);
        var status = Math.Clamp(width - ScreenLayout.FirstTab - tabs - 2, 0, frame.Status.Width);
        Placing.Put(_tabRow, 0, row, width, 1);
        _tabRow.Show([StyledText.Empty], Surface.Bar);
        Placing.Put(_menu, 0, row, Math.Min(width, ScreenLayout.FirstTab), 1);
        _menu.Show(frame);
        Placing.Put(_tabs, ScreenLayout.FirstTab, row, Math.Min(tabs, Math.Max(0, width - ScreenLayout.FirstTab)), 1);
        Placing.Put(_status, width - status - 1, row, status >= 6 ? status : 0, 1);
        _status.Show([frame.Status], Surface.Bar);
    }

    private void ShowHints(Frame frame)
    {
        if (_frame is null || _frame.Size.Width != frame.Size.Width || !_frame.Hints.SequenceEqual(frame.Hints)) Refill(_hints, KeyBars.Hints(frame, _style, _press));
        var width = frame.HintRow is null ? 0 : frame.Size.Width;
        Placing.Put(_hintRow, 0, frame.HintRow ?? 0, width, 1);
        _hintRow.Show([StyledText.Empty], Surface.Bar);
        Placing.Put(_hints, 0, frame.HintRow ?? 0, Math.Min(width, KeyBars.Width(_hints)), 1);
    }

    private static void Refill(Bar bar, IEnumerable<Shortcut> shortcuts)
    {
        foreach (var old in bar.SubViews.ToArray())
        {
            bar.Remove(old);
            old.Dispose();
        }

        foreach (var shortcut in shortcuts) bar.Add(shortcut);
        bar.SetNeedsLayout();
    }

    private void FocusOn(PanelView? panel)
    {
        if (panel?.Field is { } field) field.TakeFocus();
        else if (panel is { HasFocus: false } || MostFocused is Terminal.Gui.Views.TextField) panel?.SetFocus();
    }
}
