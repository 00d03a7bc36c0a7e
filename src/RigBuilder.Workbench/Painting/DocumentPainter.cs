using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>Paints the blocks of a document from top to bottom.</summary>
internal static class DocumentPainter
{
    public static void Paint(CellGrid grid, Rect area, PanelContent.Document document, Surface surface)
    {
        var y = area.Y - document.Top;
        foreach (var block in document.Blocks)
        {
            if (y >= area.Bottom) break;
            if (y + block.Rows > area.Y) Paint(grid, area, block, y, surface);
            y += block.Rows;
        }
    }

    private static void Paint(CellGrid grid, Rect area, Block block, int y, Surface surface)
    {
        var line = new Rect(area.X + 1, y, Math.Max(0, area.Width - 2), 1);
        switch (block)
        {
            case Block.Text text:
                grid.WriteFitted(line.X, y, text.Content, line.Width, area, surface);
                break;
            case Block.Pair pair:
                grid.WriteFitted(line.X, y, pair.Label, line.Width, area, surface);
                var room = Math.Min(pair.Value.Width, Math.Max(0, line.Width - pair.Label.Width - 1));
                grid.WriteFitted(line.Right - room, y, pair.Value, room, area, surface, alignRight: true);
                break;
            case Block.Meter meter: MeterPainter.Paint(grid, area, line, meter, surface); break;
            case Block.Banner banner: BannerPainter.Paint(grid, area, line, banner, surface); break;
            case Block.Chart chart: ChartPainter.Paint(grid, area, line with { Height = chart.Height }, chart, surface); break;
            case Block.Field field when area.Contains(area.X, y): FieldPainter.Paint(grid, new Rect(area.X, y, area.Width, 1), field.Content, surface); break;
        }
    }
}
