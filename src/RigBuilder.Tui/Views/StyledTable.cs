using RigBuilder.Tui.Theme;
using RigBuilder.Workbench.Layout;

namespace RigBuilder.Tui.Views;

/// <summary>The library's table with cells whose pieces have meanings. It shows the rows that the frame carries.</summary>
internal sealed class StyledTable : TableView
{
    private readonly Style _style;
    private PanelContent.Table? _table;
    private ImmutableArray<int> _columns = [];
    private ImmutableArray<int> _widths = [];
    private Surface _surface;
    private Surface _selected;
    private (int Row, int Column) _cell;

    public StyledTable(Style style)
    {
        _style = style;
        CanFocus = true;
        (FullRowSelect, MultiSelect, MaxCellWidth) = (true, false, 1000);
        Style.AlwaysShowHeaders = true;
        Style.ShowHorizontalHeaderOverline = Style.ShowHorizontalHeaderUnderline = Style.ShowVerticalHeaderLines = Style.ShowVerticalCellLines = false;
        Style.ShowVerticalCellLineForFirstColumn = Style.ShowVerticalCellLineForLastColumn = Style.ExpandLastColumn = false;
        Style.RowColorGetter = row => _style.Palette.Scheme(Role.Normal, SurfaceOf(row.RowIndex));
    }

    public void Show(PanelContent.Table table, int width, bool headings, bool focused, Surface surface)
    {
        (_table, _surface, _selected) = (table, surface, focused ? Surface.Selected : Surface.SelectedDim);
        var widths = ColumnFit.Widths(table.Columns, width);
        _columns = [.. Enumerable.Range(0, widths.Length).Where(i => widths[i] > 0)];
        _widths = [.. _columns.Select(i => widths[i])];
        SetScheme(_style.Palette.Scheme(Role.Normal, surface));
        Style.HeaderScheme = _style.Palette.Scheme(Role.Dim, surface);
        Style.ShowHeaders = headings;
        for (var i = 0; i < _columns.Length; i++) Shape(Style.GetOrCreateColumnStyle(i), _widths[i], table.Columns[_columns[i]].AlignRight);
        Table = new Source(table, _columns, _style.Glyphs);
        var row = table.Selected - table.Top;
        if (row >= 0 && row < table.Rows.Length && _columns.Length > 0) SetSelection(0, row, false);
        SetNeedsDraw();
    }

    /// <inheritdoc/>
    protected override void RenderCell(Attribute cellAttribute, string render, bool isPrimaryCell)
    {
        var (row, column) = _cell;
        if (_table is null || row >= _table.Rows.Length || column >= _columns.Length) return;
        var (at, width, surface) = (_columns[column], _widths[column], SurfaceOf(row));
        var cells = _table.Rows[row].Cells;
        var text = at < cells.Length ? cells[at] : StyledText.Empty;
        var blank = new string(' ', Math.Max(0, width - text.Width));
        if (_table.Columns[at].AlignRight) Put(blank, Role.Normal, surface);
        foreach (var piece in StyledWriter.Fitted(text, width)) Put(StyledWriter.Shown(piece.Text, _style.Glyphs), piece.Role, surface);
        if (!_table.Columns[at].AlignRight) Put(blank, Role.Normal, surface);
    }

    private void Put(string text, Role role, Surface surface)
    {
        if (text.Length == 0) return;
        SetAttribute(_style.Palette.Of(role, surface));
        AddStr(text);
    }

    private Surface SurfaceOf(int row) => _table is not null && row + _table.Top == _table.Selected ? _selected : _surface;

    private void Shape(ColumnStyle style, int width, bool alignRight)
    {
        (style.MinWidth, style.MaxWidth) = (width, width);
        style.Alignment = alignRight ? Alignment.End : Alignment.Start;
        // The library asks for a cell's colours right before it draws it, and tells only there which cell it is.
        style.ColorGetter = cell =>
        {
            _cell = (cell.RowIndex, cell.ColIdex);
            return _style.Palette.Scheme(Role.Normal, SurfaceOf(cell.RowIndex));
        };
    }

    private sealed class Source(PanelContent.Table table, ImmutableArray<int> columns, GlyphSet glyphs) : ITableSource
    {
        public string[] ColumnNames { get; } = [.. columns.Select(i => StyledWriter.Shown(table.Columns[i].Title, glyphs))];

        public int Columns => columns.Length;

        // Without a row the library would give each column the width of its heading.
        public int Rows => Math.Max(1, table.Rows.Length);

        // Only for widths, which are given: the cell draws itself.
        public object this[int row, int col] => " ";
    }
}
