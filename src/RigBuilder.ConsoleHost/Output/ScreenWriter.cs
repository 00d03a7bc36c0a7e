using System.Text;
using RigBuilder.Workbench.Painting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RigBuilder.ConsoleHost.Output;

/// <summary>Writes what differs between two cell grids as escape sequences; Spectre.Console turns styles into them.</summary>
public sealed class ScreenWriter
{
    private readonly StringWriter _buffer = new(CultureInfo.InvariantCulture);
    private readonly IAnsiConsole _console;
    private readonly Theme _theme;

    /// <summary>A writer for a theme and a colour depth.</summary>
    public ScreenWriter(Theme theme, ColourDepth depth)
    {
        _theme = theme;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = depth switch
            {
                ColourDepth.TrueColour => ColorSystemSupport.TrueColor,
                ColourDepth.TwoHundredFiftySix => ColorSystemSupport.EightBit,
                ColourDepth.Sixteen => ColorSystemSupport.Standard,
                _ => ColorSystemSupport.NoColors,
            },
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_buffer),
        });
        _console.Profile.Width = 1000;
    }

    /// <summary>The text that turns a screen showing <paramref name="before"/> (null: anything) into <paramref name="after"/>.</summary>
    public string Difference(CellGrid? before, CellGrid after)
    {
        if (before is not null && before.Size != after.Size) before = null;
        var segments = new List<Segment>();
        if (before is null) segments.Add(Segment.Control("\u001b[0m\u001b[2J"));
        for (var y = 0; y < after.Size.Height; y++) AddRow(segments, before, after, y);
        return segments.Count == 0 ? "" : Render(segments);
    }

    /// <summary>A grid as styled lines, for files that can be shown with cat.</summary>
    public string Lines(CellGrid grid)
    {
        var segments = new List<Segment>();
        for (var y = 0; y < grid.Size.Height; y++)
        {
            AddRun(segments, grid, y, 0, grid.Size.Width);
            segments.Add(Segment.LineBreak);
        }

        return Render(segments);
    }

    private void AddRow(List<Segment> segments, CellGrid? before, CellGrid after, int y)
    {
        var width = after.Size.Width;
        for (var x = 0; x < width; x++)
        {
            if (before is not null && before[x, y] == after[x, y]) continue;
            var end = x + 1;
            while (end < width && (before is null || before[end, y] != after[end, y])) end++;
            if (after[x, y].IsTail && x > 0) x--; // never start in the middle of a wide character
            if (end < width && after[end, y].IsTail) end++;
            segments.Add(Segment.Control($"\u001b[{y + 1};{x + 1}H"));
            AddRun(segments, after, y, x, end);
            x = end - 1;
        }
    }

    private void AddRun(List<Segment> segments, CellGrid grid, int y, int from, int to)
    {
        var text = new StringBuilder();
        var x = from;
        while (x < to)
        {
            var first = grid[x, y];
            text.Clear();
            while (x < to && (grid[x, y].IsTail || (grid[x, y].Role == first.Role && grid[x, y].Surface == first.Surface)))
            {
                if (!grid[x, y].IsTail) text.Append(grid[x, y].Rune.ToString());
                x++;
            }

            segments.Add(new Segment(text.ToString(), _theme[first.Role, first.Surface]));
        }
    }

    private string Render(List<Segment> segments)
    {
        _buffer.GetStringBuilder().Clear();
        _console.Write(new Drawing(segments));
        return _buffer.ToString();
    }

    private sealed class Drawing(List<Segment> segments) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => segments;
    }
}
