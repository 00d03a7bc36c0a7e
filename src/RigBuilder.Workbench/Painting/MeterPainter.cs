using System.Text;
using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>
/// Paints "label ██████▌··· value". The filled part has eighths of a cell; a preview is shown as a lighter stretch; an
/// exceeded limit fills the bar and ends in '!', so that it shows without colour.
/// </summary>
internal static class MeterPainter
{
    private const string Eighths = " ▏▎▍▌▋▊▉█";

    public static void Paint(CellGrid grid, Rect clip, Rect line, Block.Meter meter, Surface surface)
    {
        var labelWidth = Math.Min(meter.LabelWidth, line.Width);
        grid.WriteFitted(line.X, line.Y, StyledText.Of(meter.Label, Role.Dim), labelWidth, clip, surface);
        var valueWidth = Math.Min(meter.ValueWidth, Math.Max(0, line.Width - labelWidth));
        var barWidth = line.Width - labelWidth - valueWidth - 2;
        if (barWidth >= 4) PaintBar(grid, clip, new Rect(line.X + labelWidth + 1, line.Y, barWidth, 1), meter, surface);
        grid.WriteFitted(line.Right - valueWidth, line.Y, StyledText.Of(meter.Value), valueWidth, clip, surface, alignRight: true);
    }

    private static void PaintBar(CellGrid grid, Rect clip, Rect bar, Block.Meter meter, Surface surface)
    {
        var filled = Math.Clamp(meter.Fraction, 0, 1) * bar.Width;
        var previewed = Math.Clamp(meter.Preview ?? meter.Fraction, 0, 1) * bar.Width;
        for (var i = 0; i < bar.Width; i++)
        {
            var (glyph, role) = Cell(i, filled, previewed, meter.Role, grid.Glyphs.IsAscii);
            grid.Write(bar.X + i, bar.Y, glyph.ToString(), clip, role, surface);
        }

        if ((meter.Preview ?? meter.Fraction) > 1.0005) grid.Write(bar.Right - 1, bar.Y, '!', clip, Role.Conflict, surface);
    }

    private static (Rune Glyph, Role Role) Cell(int column, double filled, double previewed, Role role, bool ascii)
    {
        var (solid, most) = (Math.Min(filled, previewed), Math.Max(filled, previewed));
        if (column + 1 <= solid + 0.001) return (new Rune('█'), role);
        if (column + 0.5 <= most && column >= Math.Floor(solid) && most - solid > 0.5 && column + 0.5 > solid)
            return (new Rune(ascii ? '+' : '▒'), previewed > filled ? Role.MeterPreview : Role.Dim);
        var part = (int)Math.Round((solid - column) * 8);
        if (ascii) return part >= 4 ? (new Rune('#'), role) : (new Rune('.'), Role.MeterEmpty);
        return part > 0 ? (new Rune(Eighths[Math.Min(part, 8)]), role) : (new Rune('·'), Role.MeterEmpty);
    }
}
