namespace RigBuilder.Workbench.Painting;

/// <summary>Breaks text into lines at blanks; words longer than a line are cut.</summary>
public static class TextWrap
{
    /// <summary>The lines of a text for a width of at least one column; an empty text has no lines.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        width = Math.Max(1, width);
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length == 0) line = word;
                else if (TextWidth.Of(line) + 1 + TextWidth.Of(word) <= width) line += " " + word;
                else
                {
                    yield return line;
                    line = word;
                }

                while (TextWidth.Of(line) > width)
                {
                    var head = Head(line, width);
                    if (head.Length == 0) break;
                    yield return head;
                    line = line[head.Length..];
                }
            }

            if (line.Length > 0) yield return line;
        }
    }

    /// <summary>At most <paramref name="most"/> lines; the last one ends in an ellipsis when there is more.</summary>
    public static IReadOnlyList<string> Lines(string text, int width, int most)
    {
        var lines = Lines(text, width).Take(most + 1).ToList();
        if (lines.Count <= most) return lines;
        lines.RemoveAt(most);
        if (most > 0) lines[^1] = TextWidth.Fit(lines[^1] + " …", Math.Max(1, width)) is var last && last.EndsWith('…') ? last : last + "…";
        return lines;
    }

    private static string Head(string text, int width)
    {
        var (length, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += TextWidth.Of(rune);
            if (used > width) break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
