using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>Lines of text whose pieces have meanings; a line may have a part at its right end. Draws anew only when the lines change.</summary>
internal sealed class StyledLines : View
{
    private readonly Style _style;
    private ImmutableArray<(StyledText Left, StyledText Right)> _lines = [];
    private Surface _surface;

    public StyledLines(Style style)
    {
        _style = style;
        CanFocus = false;
        SetScheme(style.Palette.Scheme(Role.Normal, Surface.Base));
    }

    /// <summary>Shows lines without right parts.</summary>
    public void Show(IEnumerable<StyledText> lines, Surface surface) => Show([.. lines.Select(l => (l, StyledText.Empty))], surface);

    /// <summary>Shows lines.</summary>
    public void Show(ImmutableArray<(StyledText Left, StyledText Right)> lines, Surface surface)
    {
        if (surface == _surface && lines.SequenceEqual(_lines)) return;
        if (surface != _surface) SetScheme(_style.Palette.Scheme(Role.Normal, surface));
        (_lines, _surface) = (lines, surface);
        SetNeedsDraw();
    }

    /// <inheritdoc/>
    protected override bool OnDrawingContent(DrawContext? context)
    {
        for (var y = 0; y < _lines.Length && y < Viewport.Height; y++)
        {
            var (left, right) = _lines[y];
            StyledWriter.Write(this, 0, y, left, Viewport.Width, _style, _surface);
            var room = Math.Min(right.Width, left.IsEmpty ? Viewport.Width : Math.Max(0, Viewport.Width - left.Width - 1));
            if (room > 0) StyledWriter.Write(this, Viewport.Width - room, y, right, room, _style, _surface, alignRight: true);
        }

        return true;
    }
}

/// <summary>Texts, pairs and gaps that follow each other.</summary>
/// <param name="style">How it looks.</param>
internal sealed class TextRun(Style style) : IBlockView
{
    private readonly StyledLines _lines = new(style);

    /// <inheritdoc/>
    public View View => _lines;

    /// <inheritdoc/>
    public void Show(ImmutableArray<Block> blocks, int width, Surface surface) => _lines.Show([.. blocks.Select(Line)], surface);

    private static (StyledText, StyledText) Line(Block block) => block switch
    {
        Block.Text text => (text.Content, StyledText.Empty),
        Block.Pair pair => (pair.Label, pair.Value),
        _ => (StyledText.Empty, StyledText.Empty),
    };
}
