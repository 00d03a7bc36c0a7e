using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>A panel as the library's frame: border and title, the content inside. Draws anew only when the panel shows something else.</summary>
internal sealed class PanelView : FrameView
{
    private readonly Style _style;
    private readonly PanelEdge _edge;
    private Panel? _panel;
    private IPanelContentView? _content;

    public PanelView(Style style, Surface surface)
    {
        (_style, Surface) = (style, surface);
        HotKeySpecifier = new System.Text.Rune(0xffff);
        if (surface == Surface.Raised) ShadowStyle = null;
        (_edge, TitleField) = (new PanelEdge(this, style), new FieldRow(style));
    }

    /// <summary>What it lies on.</summary>
    public Surface Surface { get; }

    /// <summary>The text field after the title. It lies on the border, which cannot have the focus: the window holds it beside this view.</summary>
    public FieldRow TitleField { get; }

    /// <summary>The text field that is being typed into, or null.</summary>
    public FieldRow? Field => TitleField is { Visible: true } filter ? filter : _content?.Field is { Typing: true } typing ? typing : null;

    public void Show(Panel panel)
    {
        if (Same.Panels(panel, _panel)) return;
        _panel = panel;
        Placing.Put(this, panel.Area);
        SetScheme(_style.Palette.Scheme(panel.Focused || panel.Kind == PanelKind.Modal ? Role.BorderFocused : Role.Border, Surface));
        var (start, end) = _edge.Show(panel, Surface);
        var width = panel.TitleField is null ? 0 : Math.Max(0, end - start);
        Placing.Put(TitleField, new Rect(panel.Area.X + start, panel.Area.Y, width, 1));
        if (panel.TitleField is { } field) TitleField.Show(field, width, Surface.Bar);
        ContentFor(panel.Content).Show(panel, Surface);
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

/// <summary>A view that shows the content of a panel.</summary>
internal interface IPanelContentView
{
    /// <summary>The view.</summary>
    View View { get; }

    /// <summary>The text field in it, or null.</summary>
    FieldRow? Field { get; }

    /// <summary>Shows a panel whose content is of the kind it was made for.</summary>
    void Show(Panel panel, Surface surface);
}
