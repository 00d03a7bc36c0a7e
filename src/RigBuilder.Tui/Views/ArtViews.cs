using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>A large letter, three rows high, with lines beside it; in ASCII a framed letter. The library has no widget for it.</summary>
/// <param name="style">How it looks.</param>
internal sealed class BannerView(Style style) : ArtView<Block.Banner>(style)
{
    private static readonly ImmutableDictionary<char, string[]> Letters = new Dictionary<char, string[]>
    {
        ['S'] = ["█▀▀▀", "▀▀▀█", "▀▀▀▀"],
        ['A'] = ["█▀▀█", "█▀▀█", "▀  ▀"],
        ['B'] = ["█▀▀▄", "█▀▀▄", "▀▀▀ "],
        ['C'] = ["█▀▀▀", "█   ", "▀▀▀▀"],
        ['D'] = ["█▀▀▄", "█  █", "▀▀▀ "],
        ['E'] = ["█▀▀▀", "█▀▀ ", "▀▀▀▀"],
        ['F'] = ["█▀▀▀", "█▀▀ ", "▀   "],
        ['-'] = ["    ", "▀▀▀▀", "    "],
        ['?'] = ["▀▀▀█", " ▀▀ ", " ▀  "],
    }.ToImmutableDictionary();

    private protected override void Draw(Block.Banner banner)
    {
        var rows = Style.Glyphs.IsAscii || !Letters.TryGetValue(banner.Letter, out var art) ? ["+--+", $"|{banner.Letter} |", "+--+"] : art;
        for (var i = 0; i < rows.Length; i++)
        {
            StyledWriter.Write(this, 0, i, StyledText.Of(rows[i], banner.Role), Viewport.Width, Style, Surface);
            if (i < banner.Beside.Length) StyledWriter.Write(this, 6, i, banner.Beside[i], Viewport.Width - 6, Style, Surface);
        }
    }
}

/// <summary>
/// A chart with the finest glyphs there are: braille (2 × 4 dots a cell), eighths of blocks, or ASCII bars. The library's chart
/// has one point a cell.
/// </summary>
/// <param name="style">How it looks.</param>
internal sealed class ChartView(Style style) : ArtView<Block.Chart>(style)
{
    private const string Eighths = " ▁▂▃▄▅▆▇█";
    private const string AsciiLevels = " .:-=+*#";

    // Dots of a braille cell from the bottom upwards, left and right column (Unicode chart U+2800).
    private static readonly int[] LeftDots = [0x40, 0x04, 0x02, 0x01];
    private static readonly int[] RightDots = [0x80, 0x20, 0x10, 0x08];

    private protected override void Draw(Block.Chart chart)
    {
        var perCell = Style.Glyphs.HasBraille ? 2 : 1;
        var levels = Style.Glyphs.IsAscii ? AsciiLevels : Eighths;
        var steps = perCell == 2 ? LeftDots.Length : levels.Length - 1;
        var heights = chart.Values.Skip(Math.Max(0, chart.Values.Length - (Viewport.Width * perCell)))
            .Select(v => (int)Math.Round(Math.Clamp(v / chart.Max, 0, 1) * chart.Height * steps)).ToArray();
        for (var row = 0; row < chart.Height; row++)
        {
            var floor = (chart.Height - 1 - row) * steps;
            var line = perCell == 2
                ? heights.Chunk(2).Select(pair => Braille(pair[0] - floor, (pair.Length > 1 ? pair[1] : 0) - floor))
                : heights.Select(height => levels[Math.Clamp(height - floor, 0, steps)]);
            StyledWriter.Write(this, 0, row, StyledText.Of(string.Concat(line), chart.Role), Viewport.Width, Style, Surface);
        }
    }

    private static char Braille(int left, int right)
    {
        var dots = 0x2800;
        for (var i = 0; i < LeftDots.Length; i++)
        {
            if (left > i) dots |= LeftDots[i];
            if (right > i) dots |= RightDots[i];
        }

        return dots == 0x2800 ? ' ' : (char)dots;
    }
}

/// <summary>A block that is drawn as a picture of characters. Draws anew only when it shows something else.</summary>
/// <typeparam name="T">The kind of block.</typeparam>
internal abstract class ArtView<T> : View, IBlockView
    where T : Block
{
    private T? _block;

    private protected ArtView(Style style) => (Style, CanFocus) = (style, false);

    /// <inheritdoc/>
    public View View => this;

    private protected Style Style { get; }

    private protected Surface Surface { get; private set; }

    /// <inheritdoc/>
    public void Show(ImmutableArray<Block> blocks, int width, Surface surface)
    {
        if (Same.Blocks(blocks[0], _block) && surface == Surface) return;
        (_block, Surface) = ((T)blocks[0], surface);
        SetScheme(Style.Palette.Scheme(Role.Normal, surface));
        SetNeedsDraw();
    }

    /// <inheritdoc/>
    protected override bool OnDrawingContent(DrawContext? context)
    {
        if (_block is { } block) Draw(block);
        return true;
    }

    private protected abstract void Draw(T block);
}
