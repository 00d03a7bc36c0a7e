using RigBuilder.Workbench.Frames;

namespace RigBuilder.Workbench.Painting;

/// <summary>Paints a large letter, three rows high, with lines beside it; in ASCII a framed letter.</summary>
internal static class BannerPainter
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

    public static void Paint(CellGrid grid, Rect clip, Rect line, Block.Banner banner, Surface surface)
    {
        var rows = grid.Glyphs.IsAscii || !Letters.TryGetValue(banner.Letter, out var art)
            ? ["+--+", $"|{banner.Letter} |", "+--+"]
            : art;
        for (var i = 0; i < 3; i++)
        {
            grid.Write(line.X, line.Y + i, rows[i], clip, banner.Role, surface);
            if (i < banner.Beside.Length) grid.WriteFitted(line.X + 6, line.Y + i, banner.Beside[i], line.Width - 6, clip, surface);
        }
    }
}
