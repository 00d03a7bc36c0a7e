using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>Paints a chart with the finest glyphs there are: braille (2 × 4 dots a cell), eighths of blocks, or ASCII bars.</summary>
internal static class ChartPainter
{
    private const string Eighths = " ▁▂▃▄▅▆▇█";
    private const string AsciiLevels = " .:-=+*#";

    // Dots of a braille cell from the bottom upwards, left and right column (Unicode chart U+2800).
    private static readonly int[] LeftDots = [0x40, 0x04, 0x02, 0x01];
    private static readonly int[] RightDots = [0x80, 0x20, 0x10, 0x08];

    public static void Paint(CellGrid grid, Rect clip, Rect area, Block.Chart chart, Surface surface)
    {
        if (area.IsEmpty) return;
        var perCell = grid.Glyphs.HasBraille ? 2 : 1;
        var values = chart.Values.Skip(Math.Max(0, chart.Values.Length - (area.Width * perCell))).ToArray();
        for (var column = 0; column * perCell < values.Length; column++)
        {
            for (var row = 0; row < area.Height; row++)
            {
                var floor = area.Height - 1 - row;
                var glyph = perCell == 2
                    ? Braille(Level(values[column * 2], 4), column * 2 + 1 < values.Length ? Level(values[(column * 2) + 1], 4) : 0, floor)
                    : Block(Level(values[column], grid.Glyphs.IsAscii ? 7 : 8), floor, grid.Glyphs.IsAscii);
                if (glyph != ' ') grid.Write(area.X + column, area.Y + row, glyph, clip, chart.Role, surface);
            }
        }

        int Level(double value, int steps) => (int)Math.Round(Math.Clamp(value / chart.Max, 0, 1) * area.Height * steps);
    }

    private static char Braille(int left, int right, int floor)
    {
        var dots = 0x2800;
        for (var i = 0; i < 4; i++)
        {
            if (left > (floor * 4) + i) dots |= LeftDots[i];
            if (right > (floor * 4) + i) dots |= RightDots[i];
        }

        return dots == 0x2800 ? ' ' : (char)dots;
    }

    private static char Block(int level, int floor, bool ascii)
    {
        var steps = ascii ? 7 : 8;
        return (ascii ? AsciiLevels : Eighths)[Math.Clamp(level - (floor * steps), 0, steps)];
    }
}
