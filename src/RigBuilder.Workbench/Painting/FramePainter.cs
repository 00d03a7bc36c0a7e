using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>Turns a frame into cells: the one painter behind hosts that have no widgets, and behind golden screens. Pure.</summary>
public static class FramePainter
{
    /// <summary>Paints a frame with a glyph set.</summary>
    public static CellGrid Paint(Frame frame, GlyphSet glyphs)
    {
        var grid = new CellGrid(frame.Size, glyphs);
        if (frame.TabRow is { } tabs) PaintTabs(grid, frame, tabs);
        foreach (var panel in frame.Panels) PanelPainter.Paint(grid, panel, Surface.Base);
        foreach (var panel in frame.Overlays) PanelPainter.Paint(grid, panel, Surface.Raised);
        if (frame.HintRow is { } hints) PaintHints(grid, frame, hints);
        return grid;
    }

    private static void PaintTabs(CellGrid grid, Frame frame, int row)
    {
        var clip = new Rect(0, row, frame.Size.Width, 1);
        grid.Clear(clip, Surface.Bar);
        var x = BarLayout.FirstTab;
        if (x <= frame.Size.Width) grid.Write(1, row, BarLayout.Brand, clip, Role.Title, Surface.Bar);
        foreach (var (tab, area) in BarLayout.Tabs(frame))
        {
            if (tab.Active) grid.Clear(area, Surface.Selected);
            var surface = tab.Active ? Surface.Selected : Surface.Bar;
            var at = grid.Write(area.X + 1, row, tab.Key.ToString(), clip, Role.Key, surface);
            grid.Write(at + 1, row, tab.Title, clip, tab.Active ? Role.Title : Role.Normal, surface);
            x = area.Right;
        }

        var room = frame.Size.Width - x - 2;
        if (room < 6) return;
        var width = Math.Min(room, frame.Status.Width);
        grid.WriteFitted(frame.Size.Width - width - 1, row, frame.Status, width, clip, Surface.Bar);
    }

    private static void PaintHints(CellGrid grid, Frame frame, int row)
    {
        var clip = new Rect(0, row, frame.Size.Width, 1);
        grid.Clear(clip, Surface.Bar);
        foreach (var (hint, area) in BarLayout.Hints(frame))
        {
            var at = grid.Write(area.X, row, hint.Key.ToString(), clip, hint.Enabled ? Role.Key : Role.Locked, Surface.Bar);
            grid.Write(at + 1, row, hint.Name, clip, hint.Enabled ? Role.Normal : Role.Locked, Surface.Bar);
        }
    }
}
