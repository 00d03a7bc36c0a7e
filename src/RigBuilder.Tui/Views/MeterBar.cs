using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>
/// The library's progress bar with what a level against a limit needs besides: a lighter stretch for a previewed choice, dots
/// for what is free, and "!" at the end of an exceeded limit, so that it shows without colour.
/// </summary>
internal sealed class MeterBar : ProgressBar
{
    private readonly Style _style;
    private Block.Meter? _meter;
    private Surface _surface;

    public MeterBar(Style style)
    {
        _style = style;
        ProgressBarStyle = ProgressBarStyle.Continuous;
        SegmentCharacter = style.Glyphs.Show(new System.Text.Rune('█'));
    }

    public void Show(Block.Meter meter, Surface surface)
    {
        if (meter == _meter && surface == _surface) return;
        (_meter, _surface) = (meter, surface);
        SetScheme(_style.Palette.Scheme(meter.Role, surface));
        Fraction = (float)Math.Min(Solid(meter), 1);
        SetNeedsDraw();
    }

    /// <inheritdoc/>
    protected override bool OnDrawingContent(DrawContext? context)
    {
        base.OnDrawingContent(context);
        if (_meter is not { } meter) return true;
        var (solid, most) = ((int)(Fraction * Viewport.Width), (int)Math.Round(Math.Min(Most(meter), 1) * Viewport.Width));
        Fill(solid, most, '▒', Previewed(meter) > meter.Fraction ? Role.MeterPreview : Role.Dim);
        Fill(Math.Max(solid, most), Viewport.Width, '·', Role.MeterEmpty);
        if (Most(meter) > 1.0005) Fill(Viewport.Width - 1, Viewport.Width, '!', Role.Conflict);
        return true;
    }

    private static double Previewed(Block.Meter meter) => meter.Preview ?? meter.Fraction;

    private static double Solid(Block.Meter meter) => Math.Min(meter.Fraction, Previewed(meter));

    private static double Most(Block.Meter meter) => Math.Max(meter.Fraction, Previewed(meter));

    private void Fill(int from, int until, char glyph, Role role)
    {
        if (until <= from) return;
        SetAttribute(_style.Palette.Of(role, _surface));
        AddStr(from, 0, new string((char)_style.Glyphs.Show(new System.Text.Rune(glyph)).Value, until - from));
    }
}
