using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>A panel as the library's frame: border and title, the content inside. Draws anew only when the panel shows something else.</summary>
internal sealed class PanelView : FrameView
{
    private readonly Style _style;
    private Panel? _panel;
    private IPanelContentView? _content;

    public PanelView(Style style, Surface surface)
    {
        (_style, Surface) = (style, surface);
        BorderStyle = LineStyle.Rounded;
        HotKeySpecifier = new System.Text.Rune(0xffff);
        if (surface == Surface.Raised) ShadowStyle = null;
        (Corner, TitleField) = (new StyledLines(style), new FieldRow(style));
    }

    /// <summary>What it lies on.</summary>
    public Surface Surface { get; }

    /// <summary>The text at the right end of the title; lies on the border, so the window holds it beside this view.</summary>
    public StyledLines Corner { get; }

    /// <summary>The text field after the title; lies on the border as well.</summary>
    public FieldRow TitleField { get; }

    /// <summary>The text field that is being typed into, or null.</summary>
    public FieldRow? Field => TitleField is { Visible: true } filter ? filter : _content?.Field is { Typing: true } typing ? typing : null;

    public void Show(Panel panel)
    {
        if (Same.Panels(panel, _panel)) return;
        _panel = panel;
        Placing.Put(this, panel.Area);
        SetScheme(_style.Palette.Scheme(panel.Focused || panel.Kind == PanelKind.Modal ? Role.BorderFocused : Role.Border, Surface));
        ShowTitle(panel);
        var content = ContentFor(panel.Content);
        content.Show(panel, Surface);
    }

    private void ShowTitle(Panel panel)
    {
        var room = Math.Max(0, panel.Area.Width - 6);
        var corner = panel.Corner.Width + 3 <= room ? panel.Corner : StyledText.Empty;
        var title = StyledWriter.Shown(TextWidth.Fit(panel.Title.Plain, corner.IsEmpty ? room : room - corner.Width - 3), _style.Glyphs);
        if (Title != title) Title = title;
        ShowTitleField(panel, corner);
        Placing.Put(Corner, corner.IsEmpty ? default : new Rect(panel.Area.Right - 4 - corner.Width, panel.Area.Y, corner.Width + 2, 1));
        Corner.Show([StyledText.Of(" ") + corner + " "], Surface);
    }

    // The library draws a title between two corners: the field begins after them.
    private void ShowTitleField(Panel panel, StyledText corner)
    {
        var x = panel.Area.X + 4 + TextWidth.Of(Title);
        var end = panel.Area.Right - (corner.IsEmpty ? 2 : corner.Width + 5);
        Placing.Put(TitleField, panel.TitleField is null ? default : new Rect(x, panel.Area.Y, Math.Max(0, end - x), 1));
        if (panel.TitleField is { } field) TitleField.Show(field, Math.Max(0, end - x), Surface.Bar);
    }

    private IPanelContentView ContentFor(PanelContent content)
    {
        var fits = _content is not null && content is PanelContent.Table == _content is TableContent;
        if (fits) return _content!;
        if (_content is not null)
        {
            Remove(_content.View);
            _content.View.Dispose();
        }

        _content = content is PanelContent.Table ? new TableContent(_style) : new DocumentContent(_style);
        Add(_content.View);
        return _content;
    }
}
