using RigBuilder.Tui.Theme;
using RigBuilder.Workbench.Layout;

namespace RigBuilder.Tui.Views;

/// <summary>A table with what belongs to it: text field above, mark of the selected row, lines below.</summary>
internal sealed class TableContent : View, IPanelContentView
{
    private readonly Style _style;
    private readonly FieldRow _field;
    private readonly StyledTable _table;
    private readonly StyledLines _marks;
    private readonly StyledLines _empty;
    private readonly StyledLines _footer;
    private readonly Line _rule = new();

    public TableContent(Style style)
    {
        _style = style;
        // The rule joins the panel's border.
        (CanFocus, SuperViewRendersLineCanvas) = (true, true);
        (Width, Height) = (Dim.Fill(), Dim.Fill());
        (_field, _table, _marks, _empty, _footer) = (new FieldRow(style), new StyledTable(style), new StyledLines(style), new StyledLines(style), new StyledLines(style));
        Add(_field, _marks, _table, _empty, _rule, _footer);
    }

    /// <inheritdoc/>
    public View View => this;

    /// <inheritdoc/>
    public FieldRow? Field => _field.Visible ? _field : null;

    /// <inheritdoc/>
    public void Show(Panel panel, Surface surface)
    {
        var table = (PanelContent.Table)panel.Content;
        var layout = TableLayout.Of(panel.Area, table);
        SetScheme(_style.Palette.Scheme(Role.Normal, surface));
        ShowField(panel, layout, table, surface);
        ShowRows(panel, layout, table, surface);
        Placing.Put(_empty, table.Rows.IsEmpty ? Padded(panel, layout.Rows) : default);
        _empty.Show(table.Empty, surface);
        var (rule, lines) = layout.Footer.SplitTop(1);
        _rule.SetScheme(_style.Palette.Scheme(Role.Border, surface));
        Placing.Put(_rule, -1, rule.Y - panel.Area.Y - 1, layout.Footer.IsEmpty ? 0 : panel.Area.Width, 1);
        Placing.Put(_footer, layout.Footer.IsEmpty ? default : Padded(panel, lines));
        _footer.Show(table.Footer, surface);
    }

    private static Rect Padded(Panel panel, Rect area) => area with { X = area.X - panel.Area.X, Y = area.Y - panel.Area.Y - 1, Width = Math.Max(0, area.Width - 2) };

    private void ShowField(Panel panel, TableLayout layout, PanelContent.Table table, Surface surface)
    {
        var area = table.Field is null ? default : Padded(panel, layout.Field);
        Placing.Put(_field, area);
        if (table.Field is { } field) _field.Show(field, area.Width, surface);
    }

    private void ShowRows(Panel panel, TableLayout layout, PanelContent.Table table, Surface surface)
    {
        var rows = Padded(panel, layout.Rows);
        var headings = !layout.Headings.IsEmpty;
        Placing.Put(_table, headings ? rows with { Y = rows.Y - 1, Height = rows.Height + 1 } : rows);
        _table.Show(table, rows.Width, headings, panel.Focused || panel.Kind == PanelKind.Modal, surface);
        // The mark at the left shows the selected row without colour.
        Placing.Put(_marks, rows with { X = rows.X - 1, Width = 1 });
        var mark = panel.Focused || panel.Kind == PanelKind.Modal ? "▸" : "▹";
        _marks.Show(
            Enumerable.Range(table.Top, table.Rows.Length).Select(i => i == table.Selected ? StyledText.Of(mark, Role.Accent) : StyledText.Empty), surface);
    }
}
