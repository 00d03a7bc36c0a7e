using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>
/// A modal panel as the library's dialog: above everything, with a shadow, and with buttons where the panel asks a question.
/// The program opens and closes it; a button is a key that can be clicked.
/// </summary>
internal sealed class PanelDialog : Dialog
{
    // A blank row and the buttons.
    private const int ButtonRows = 2;
    private const int MostButtons = 3;
    private readonly Style _style;
    private readonly Action<Key> _press;
    private readonly PanelEdge _edge;
    private readonly IPanelContentView _content;
    private ImmutableArray<Hint> _hints = [];
    private Panel? _panel;

    /// <param name="style">How it looks.</param>
    /// <param name="panel">The first panel that it shows.</param>
    /// <param name="press">Presses a key.</param>
    public PanelDialog(Style style, Panel panel, Action<Key> press)
    {
        (_style, _press, Id) = (style, press, panel.Id);
        Arrangement = ViewArrangement.Overlapped;
        HotKeySpecifier = new System.Text.Rune(0xffff);
        ButtonAlignment = Alignment.Center;
        ShadowStyle = null;
        SetScheme(style.Palette.Scheme(Role.BorderFocused, Surface.Raised));
        _edge = new PanelEdge(this, style);
        _content = panel.Content is PanelContent.Table ? new TableContent(style) : new DocumentContent(style);
        Add(_content.View);
    }

    /// <summary>Which panel it shows.</summary>
    public new PanelId Id { get; }

    /// <summary>The text field in it that is being typed into, or null.</summary>
    public FieldRow? Field => _content.Field is { Typing: true } typing ? typing : null;

    /// <summary>Whether it was made for a panel's kind of content.</summary>
    public bool Suits(Panel panel) => panel.Id == Id && panel.Content is PanelContent.Table == _content is TableContent;

    /// <summary>Whether a place on the screen is one of the buttons'.</summary>
    public bool IsButton(System.Drawing.Point at) => Buttons.Any(b => b.FrameToScreen().Contains(at));

    /// <summary>Shows a panel.</summary>
    public void Show(Panel panel, ImmutableArray<Hint> hints)
    {
        var asks = panel.Id is PanelId.Confirm or PanelId.Prompt;
        if (asks && !hints.SequenceEqual(_hints)) ShowButtons(hints);
        if (Same.Panels(panel, _panel)) return;
        _panel = panel;
        Placing.Put(this, asks ? Fitted(panel) : panel.Area);
        _edge.Show(panel, Surface.Raised);
        _content.Show(panel, Surface.Raised);
    }

    // A question is as high as its text and buttons, around the middle of the panel.
    private static Rect Fitted(Panel panel)
    {
        var rows = panel.Content is PanelContent.Document document ? document.Blocks.Sum(b => b.Rows) : panel.Area.Inner.Height;
        var height = Math.Min(rows + ButtonRows + 3, panel.Area.Height + ButtonRows);
        return panel.Area with { Y = Math.Max(0, panel.Area.Y + ((panel.Area.Height - height) / 2)), Height = height };
    }

    private void ShowButtons(ImmutableArray<Hint> hints)
    {
        _hints = hints;
        var shown = hints.Take(MostButtons).ToArray();
        // The library's buttons can be added to a dialog and not be taken away: those that are there get other texts.
        while (Buttons.Length < shown.Length) AddButton(Made(Buttons.Length));
        for (var i = 0; i < Buttons.Length; i++)
        {
            var button = Buttons[i];
            button.IsDefault = i == 0;
            button.Visible = i < shown.Length;
            if (!button.Visible) continue;
            button.Title = $"{shown[i].Name} ({shown[i].Key})";
            button.SetScheme(_style.Palette.Scheme(
                !shown[i].Enabled ? Role.Locked : i == 0 ? Role.Title : Role.Normal, i == 0 ? Surface.Selected : Surface.SelectedDim));
        }
    }

    private Button Made(int place)
    {
        var button = new Button { ShadowStyle = null, HotKeySpecifier = new System.Text.Rune(0xffff) };
        button.Accepting += (_, accepted) =>
        {
            accepted.Handled = true;
            if (place < _hints.Length) _press(_hints[place].Key);
        };
        return button;
    }
}
