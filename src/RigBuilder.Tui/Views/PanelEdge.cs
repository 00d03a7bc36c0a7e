using RigBuilder.Tui.Theme;
using RigBuilder.Workbench.Layout;

namespace RigBuilder.Tui.Views;

/// <summary>
/// What lies on a panel's border: its title, a text at the title's right end, a scroll bar. The library's own title has no styles and
/// no second text, and stands between two tees that ASCII has no sign for.
/// </summary>
internal sealed class PanelEdge
{
    private readonly Style _style;
    private readonly View _panel;
    private readonly StyledLines _title;
    private readonly StyledLines _corner;
    private readonly ScrollBar _scroll = new() { VisibilityMode = ScrollBarVisibilityMode.Manual };

    /// <param name="panel">The view whose border it is.</param>
    /// <param name="style">How it looks.</param>
    public PanelEdge(View panel, Style style)
    {
        (_panel, _style, _title, _corner) = (panel, style, new StyledLines(style), new StyledLines(style));
        panel.BorderStyle = LineStyle.Rounded;
        panel.Border.Settings &= ~BorderSettings.Title;
        (panel.Border.View as View)!.Add(_title, _corner, _scroll);
    }

    /// <summary>Shows what a panel has there.</summary>
    /// <returns>Where the title ends and what follows it must end, from the panel's left.</returns>
    public (int Start, int End) Show(Panel panel, Surface surface)
    {
        var room = Math.Max(0, panel.Area.Width - 6);
        var corner = panel.Corner.Width + 3 <= room ? panel.Corner : StyledText.Empty;
        var title = panel.Title.IsEmpty ? 0 : Math.Max(0, Math.Min(panel.Title.Width, corner.IsEmpty ? room : room - corner.Width - 3));
        Placing.Put(_title, 2, 0, title == 0 ? 0 : title + 2, 1);
        _title.Show([StyledText.Of(" ") + StyledWriter.Cut(panel.Title, title)], surface);
        Placing.Put(_corner, panel.Area.Width - 4 - corner.Width, 0, corner.IsEmpty ? 0 : corner.Width + 2, 1);
        _corner.Show([StyledText.Of(" ") + corner], surface);
        ShowScroll(panel, surface);
        _panel.SetNeedsDraw();
        return (title + 4, panel.Area.Width - (corner.IsEmpty ? 2 : corner.Width + 5));
    }

    private void ShowScroll(Panel panel, Surface surface)
    {
        var rows = panel.Content is PanelContent.Table shown ? TableLayout.Of(panel.Area, shown).Rows : default;
        var table = panel.Content as PanelContent.Table;
        Placing.Put(_scroll, panel.Area.Width - 1, rows.Y - panel.Area.Y, table?.Total > rows.Height && rows.Height > 2 ? 1 : 0, rows.Height);
        if (table is null || !_scroll.Visible) return;
        _scroll.SetScheme(_style.Palette.Scheme(Role.Border, surface));
        if (_scroll.ScrollableContentSize != table.Total) _scroll.ScrollableContentSize = table.Total;
        if (_scroll.VisibleContentSize != rows.Height) _scroll.VisibleContentSize = rows.Height;
        if (_scroll.Value != table.Top) _scroll.Value = table.Top;
    }
}
