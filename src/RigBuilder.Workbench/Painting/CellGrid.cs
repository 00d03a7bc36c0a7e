using System.Text;
using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>
/// A screen of cells being painted. Nothing is ever written outside the grid or the clip rectangle, and no wide character is
/// left with half of it missing.
/// </summary>
public sealed class CellGrid
{
    private readonly Cell[] _cells;
    private readonly GlyphSet _glyphs;

    /// <summary>A blank grid.</summary>
    public CellGrid(Size size, GlyphSet glyphs)
    {
        Size = new Size(Math.Max(0, size.Width), Math.Max(0, size.Height));
        _glyphs = glyphs;
        _cells = new Cell[Size.Width * Size.Height];
        Array.Fill(_cells, Cell.Blank(Surface.Base));
    }

    /// <summary>Its size.</summary>
    public Size Size { get; }

    /// <summary>The glyphs it is painted with.</summary>
    public GlyphSet Glyphs => _glyphs;

    /// <summary>The whole grid as a rectangle.</summary>
    public Rect Bounds => new(0, 0, Size.Width, Size.Height);

    /// <summary>A cell.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such cell.</exception>
    public Cell this[int x, int y] => _cells[(y * Size.Width) + x];

    /// <summary>A row of cells.</summary>
    public ReadOnlySpan<Cell> Row(int y) => _cells.AsSpan(y * Size.Width, Size.Width);

    /// <summary>Fills a rectangle with blanks.</summary>
    public void Clear(Rect area, Surface surface)
    {
        area = area.Intersect(Bounds);
        for (var y = area.Y; y < area.Bottom; y++)
            for (var x = area.X; x < area.Right; x++)
                Put(x, y, Cell.Blank(surface));
    }

    /// <summary>Writes one character where the clip rectangle allows it.</summary>
    public void Write(int x, int y, char glyph, Rect clip, Role role, Surface surface) => Write(x, y, new Rune(glyph), clip, role, surface);

    /// <summary>Writes text from a column on, cut at the clip rectangle. Returns the column after it.</summary>
    public int Write(int x, int y, string text, Rect clip, Role role, Surface surface)
    {
        foreach (var rune in text.EnumerateRunes()) x = Write(x, y, rune, clip, role, surface);
        return x;
    }

    /// <summary>Writes styled text from a column on, cut at the clip rectangle. Returns the column after it.</summary>
    public int Write(int x, int y, StyledText text, Rect clip, Surface surface)
    {
        foreach (var span in text.Spans) x = Write(x, y, span.Text, clip, span.Role, surface);
        return x;
    }

    /// <summary>Writes styled text into a width; when it does not fit it ends in an ellipsis.</summary>
    public void WriteFitted(int x, int y, StyledText text, int width, Rect clip, Surface surface, bool alignRight = false)
    {
        clip = clip.Intersect(new Rect(x, y, Math.Max(0, width), 1));
        if (clip.IsEmpty) return;
        var needed = text.Width;
        if (needed <= width)
        {
            Write(alignRight ? x + width - needed : x, y, text, clip, surface);
            return;
        }

        Write(x, y, text, clip with { Width = Math.Min(clip.Width, width - 1) }, surface);
        Write(x + width - 1, y, '…', clip, text.Spans[^1].Role, surface);
    }

    /// <summary>Gives the cells of a rectangle another surface, keeping their characters.</summary>
    public void Lay(Rect area, Surface surface)
    {
        area = area.Intersect(Bounds);
        for (var y = area.Y; y < area.Bottom; y++)
            for (var x = area.X; x < area.Right; x++)
                _cells[(y * Size.Width) + x] = this[x, y] with { Surface = surface };
    }

    /// <summary>The characters as lines without trailing blanks.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        for (var y = 0; y < Size.Height; y++)
        {
            var line = new StringBuilder();
            foreach (var cell in Row(y))
                if (!cell.IsTail) line.Append(cell.Rune.ToString());
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private int Write(int x, int y, Rune rune, Rect clip, Role role, Surface surface)
    {
        var width = TextWidth.Of(rune);
        if (width == 0) return x;
        rune = _glyphs.Show(rune);
        if (width == 2 && TextWidth.Of(rune) == 1) return Write(Write(x, y, rune, clip, role, surface), y, new Rune(' '), clip, role, surface);
        clip = clip.Intersect(Bounds);
        if (width == 2 && clip.Contains(x, y) != clip.Contains(x + 1, y))
        {
            Put(clip.Contains(x, y) ? x : x + 1, y, Cell.Blank(surface));
        }
        else if (clip.Contains(x, y))
        {
            Put(x, y, new Cell(rune, role, surface));
            if (width == 2) PutTail(x + 1, y, new Cell(default, role, surface));
        }

        return x + width;
    }

    private void Put(int x, int y, Cell cell)
    {
        var at = (y * Size.Width) + x;
        if (_cells[at].IsTail && x > 0) _cells[at - 1] = _cells[at - 1] with { Rune = new Rune(' ') };
        if (x + 1 < Size.Width && _cells[at + 1].IsTail) _cells[at + 1] = _cells[at + 1] with { Rune = new Rune(' ') };
        _cells[at] = cell;
    }

    private void PutTail(int x, int y, Cell cell)
    {
        var at = (y * Size.Width) + x;
        if (x + 1 < Size.Width && _cells[at + 1].IsTail) _cells[at + 1] = _cells[at + 1] with { Rune = new Rune(' ') };
        _cells[at] = cell;
    }
}
