using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>
/// The library's progress bar with what a level against a limit needs besides: eighths of a cell, a lighter stretch for a previewed
/// choice, dots for what is free, and "!" at the end of an exceeded limit, so that it shows without colour.
/// </summary>
internal sealed class MeterBar : ProgressBar
{
    private const string Eighths = " ▏▎▍▌▋▊▉█";
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
        var filled = Math.Min(Solid(meter), 1) * Viewport.Width;
        var (solid, most) = ((int)(filled + 0.001), (int)Math.Round(Math.Min(Most(meter), 1) * Viewport.Width));
        Fill(solid, most, _style.Glyphs.IsAscii ? '+' : '▒', Previewed(meter) > meter.Fraction ? Role.MeterPreview : Role.Dim);
        Fill(Math.Max(solid, most), Viewport.Width, '·', Role.MeterEmpty);
        if (most - solid <= 1 && Part(filled - solid) is var part and not ' ') Fill(solid, solid + 1, part, meter.Role);
        if (Most(meter) > 1.0005) Fill(Viewport.Width - 1, Viewport.Width, '!', Role.Conflict);
        return true;
    }

    private char Part(double cell) => _style.Glyphs.IsAscii ? cell >= 0.5 ? '#' : ' ' : Eighths[(int)Math.Round(cell * 8)];

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

/// <summary>A label, a bar and the figures in words, side by side.</summary>
internal sealed class MeterRow : View, IBlockView
{
    private readonly StyledLines _label;
    private readonly MeterBar _bar;
    private readonly StyledLines _value;

    public MeterRow(Style style)
    {
        CanFocus = false;
        (_label, _bar, _value) = (new StyledLines(style), new MeterBar(style), new StyledLines(style));
        Add(_label, _bar, _value);
    }

    /// <inheritdoc/>
    public View View => this;

    /// <inheritdoc/>
    public void Show(ImmutableArray<Block> blocks, int width, Surface surface)
    {
        var meter = (Block.Meter)blocks[0];
        var label = Math.Min(meter.LabelWidth, width);
        var value = Math.Min(meter.ValueWidth, Math.Max(0, width - label));
        var bar = width - label - value - 2;
        Placing.Put(_label, 0, 0, label, 1);
        Placing.Put(_bar, label + 1, 0, bar >= 4 ? bar : 0, 1);
        Placing.Put(_value, width - value, 0, value, 1);
        _label.Show([StyledText.Of(meter.Label, Role.Dim)], surface);
        _value.Show([(StyledText.Empty, StyledText.Of(meter.Value))], surface);
        _bar.Show(meter, surface);
    }
}
