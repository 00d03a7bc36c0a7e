namespace RigBuilder.Workbench.Frames;

/// <summary>A rectangle of character cells; the origin is the top left corner of the screen.</summary>
/// <param name="X">Leftmost column.</param>
/// <param name="Y">Topmost row.</param>
/// <param name="Width">Columns, 0 or more.</param>
/// <param name="Height">Rows, 0 or more.</param>
public readonly record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>First column to the right of the rectangle.</summary>
    public int Right => X + Width;

    /// <summary>First row below the rectangle.</summary>
    public int Bottom => Y + Height;

    /// <summary>Whether it holds no cell.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>What is left inside a border of one cell.</summary>
    public Rect Inner => new(X + 1, Y + 1, Math.Max(0, Width - 2), Math.Max(0, Height - 2));

    /// <summary>Whether a cell lies inside.</summary>
    public bool Contains(int x, int y) => x >= X && x < Right && y >= Y && y < Bottom;

    /// <summary>The cells that both rectangles have.</summary>
    public Rect Intersect(Rect other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new Rect(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }

    /// <summary>The top rows of this rectangle and the rest.</summary>
    public (Rect Top, Rect Below) SplitTop(int rows)
    {
        rows = Math.Clamp(rows, 0, Height);
        return (this with { Height = rows }, new Rect(X, Y + rows, Width, Height - rows));
    }

    /// <summary>The left columns of this rectangle and the rest.</summary>
    public (Rect Left, Rect Beside) SplitLeft(int columns)
    {
        columns = Math.Clamp(columns, 0, Width);
        return (this with { Width = columns }, new Rect(X + columns, Y, Width - columns, Height));
    }

    /// <summary>A rectangle of the wished size in the middle of this one, cut down where it does not fit.</summary>
    public Rect Centred(int width, int height)
    {
        (width, height) = (Math.Clamp(width, 0, Width), Math.Clamp(height, 0, Height));
        return new Rect(X + ((Width - width) / 2), Y + ((Height - height) / 2), width, height);
    }
}
