using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>Paints a panel: border, title, and its content inside.</summary>
internal static class PanelPainter
{
    public static void Paint(CellGrid grid, Panel panel, Surface surface)
    {
        var area = panel.Area;
        if (area.IsEmpty) return;
        grid.Clear(area, surface);
        PaintBorder(grid, panel, surface);
        switch (panel.Content)
        {
            case PanelContent.Table table: TablePainter.Paint(grid, panel, table, surface); break;
            case PanelContent.Document document: DocumentPainter.Paint(grid, panel.Area.Inner, document, surface); break;
        }
    }

    private static void PaintBorder(CellGrid grid, Panel panel, Surface surface)
    {
        var area = panel.Area;
        var role = panel.Focused || panel.Kind == PanelKind.Modal ? Role.BorderFocused : Role.Border;
        for (var x = area.X + 1; x < area.Right - 1; x++)
        {
            grid.Write(x, area.Y, '─', area, role, surface);
            grid.Write(x, area.Bottom - 1, '─', area, role, surface);
        }

        for (var y = area.Y + 1; y < area.Bottom - 1; y++)
        {
            grid.Write(area.X, y, '│', area, role, surface);
            grid.Write(area.Right - 1, y, '│', area, role, surface);
        }

        grid.Write(area.X, area.Y, '╭', area, role, surface);
        grid.Write(area.Right - 1, area.Y, '╮', area, role, surface);
        grid.Write(area.X, area.Bottom - 1, '╰', area, role, surface);
        grid.Write(area.Right - 1, area.Bottom - 1, '╯', area, role, surface);
        PaintTitle(grid, panel, surface);
    }

    private static void PaintTitle(CellGrid grid, Panel panel, Surface surface)
    {
        var area = panel.Area;
        var room = area.Width - 6;
        if (room <= 0) return;
        var corner = panel.Corner.Width + 3 <= room ? panel.Corner : StyledText.Empty;
        var title = panel.TitleField is { } field ? panel.Title.Then($"  {field.Label}", Role.Key).Then(field.Text).Then("▌", Role.Accent) : panel.Title;
        if (!title.IsEmpty)
        {
            var width = Math.Min(title.Width, corner.IsEmpty ? room : room - corner.Width - 3);
            grid.Write(area.X + 2, area.Y, ' ', area, Role.Normal, surface);
            grid.WriteFitted(area.X + 3, area.Y, title, width, area, surface);
            grid.Write(area.X + 3 + Math.Max(0, width), area.Y, ' ', area, Role.Normal, surface);
        }

        if (corner.IsEmpty) return;
        var x = area.Right - 3 - corner.Width;
        grid.Write(x - 1, area.Y, ' ', area, Role.Normal, surface);
        grid.Write(x, area.Y, corner, area, surface);
        grid.Write(area.Right - 3, area.Y, ' ', area, Role.Normal, surface);
    }
}
