using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

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
