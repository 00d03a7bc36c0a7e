using RigBuilder.Workbench.Frames;
using RigBuilder.Workbench.Layout;

namespace RigBuilder.Workbench.Painting;

/// <summary>Paints a table inside its panel. One column at the left marks the selected row, so that colour is never alone.</summary>
internal static class TablePainter
{
    public static void Paint(CellGrid grid, Panel panel, PanelContent.Table table, Surface surface)
    {
        var layout = TableLayout.Of(panel.Area, table);
        if (table.Field is { } field) FieldPainter.Paint(grid, layout.Field, field, surface);
        var cells = layout.Rows with { X = layout.Rows.X + 1, Width = Math.Max(0, layout.Rows.Width - 2) };
        var widths = ColumnFit.Widths(table.Columns, cells.Width);
        if (!layout.Headings.IsEmpty) PaintHeadings(grid, layout.Headings, cells, table, widths, surface);
        PaintRows(grid, panel, table, layout.Rows, cells, widths, surface);
        if (table.Rows.IsEmpty) PaintLines(grid, layout.Rows, table.Empty, surface);
        PaintFooter(grid, panel, layout.Footer, table.Footer, surface);
        PaintScrollMark(grid, panel, table, layout.Rows, surface);
    }

    private static void PaintHeadings(
        CellGrid grid, Rect row, Rect cells, PanelContent.Table table, ImmutableArray<int> widths, Surface surface)
    {
        var x = cells.X;
        for (var i = 0; i < widths.Length; i++)
        {
            if (widths[i] == 0) continue;
            var column = table.Columns[i];
            grid.WriteFitted(x, row.Y, StyledText.Of(column.Title, Role.Dim), widths[i], cells with { Y = row.Y, Height = 1 }, surface, column.AlignRight);
            x += widths[i] + 1;
        }
    }

    private static void PaintRows(
        CellGrid grid, Panel panel, PanelContent.Table table, Rect rows, Rect cells, ImmutableArray<int> widths, Surface surface)
    {
        for (var i = 0; i < table.Rows.Length && i < rows.Height; i++)
        {
            var y = rows.Y + i;
            var selected = table.Top + i == table.Selected;
            var row = table.Rows[i];
            var x = cells.X;
            for (var c = 0; c < widths.Length && c < row.Cells.Length; c++)
            {
                if (widths[c] == 0) continue;
                grid.WriteFitted(x, y, row.Cells[c], widths[c], cells, surface, table.Columns[c].AlignRight);
                x += widths[c] + 1;
            }

            if (!selected) continue;
            grid.Write(rows.X, y, panel.Focused ? '▸' : '▹', rows, Role.Accent, surface);
            grid.Lay(new Rect(rows.X, y, rows.Width, 1), panel.Focused ? Surface.Selected : Surface.SelectedDim);
        }
    }

    private static void PaintFooter(CellGrid grid, Panel panel, Rect area, ImmutableArray<StyledText> lines, Surface surface)
    {
        if (area.IsEmpty) return;
        var border = panel.Focused || panel.Kind == PanelKind.Modal ? Role.BorderFocused : Role.Border;
        grid.Write(panel.Area.X, area.Y, '├', panel.Area, border, surface);
        grid.Write(panel.Area.Right - 1, area.Y, '┤', panel.Area, border, surface);
        for (var x = area.X; x < area.Right; x++) grid.Write(x, area.Y, '─', area, Role.Border, surface);
        PaintLines(grid, area.SplitTop(1).Below, lines, surface);
    }

    private static void PaintLines(CellGrid grid, Rect area, ImmutableArray<StyledText> lines, Surface surface)
    {
        for (var i = 0; i < lines.Length && i < area.Height; i++)
            grid.WriteFitted(area.X + 1, area.Y + i, lines[i], area.Width - 2, area, surface);
    }

    private static void PaintScrollMark(CellGrid grid, Panel panel, PanelContent.Table table, Rect rows, Surface surface)
    {
        if (table.Total <= rows.Height || rows.Height < 2) return;
        var size = Math.Max(1, rows.Height * rows.Height / table.Total);
        var last = table.Total - rows.Height;
        var start = (int)Math.Round((rows.Height - size) * (double)Math.Min(table.Top, last) / last);
        for (var i = 0; i < size; i++)
            grid.Write(panel.Area.Right - 1, rows.Y + start + i, '▐', panel.Area, panel.Focused ? Role.BorderFocused : Role.Border, surface);
    }
}
