namespace RigBuilder.Yaml.Files;

/// <summary>Finds the lines of a text. Line breaks are YAML's: LF, CR, CR LF, NEL, LS and PS.</summary>
internal sealed class LineIndex(string text)
{
    private const int Longest = 400;

    private readonly Lazy<List<int>> _starts = new(() => Starts(text));

    /// <summary>The text of a line counted from 1; null when there is none or it is too long to show.</summary>
    public string? this[int line]
    {
        get
        {
            var starts = _starts.Value;
            if (line < 1 || line > starts.Count) return null;
            var start = starts[line - 1];
            var end = line < starts.Count ? starts[line] : text.Length;
            while (end > start && IsBreak(text[end - 1])) end--;
            return end - start > Longest ? null : text[start..end];
        }
    }

    /// <summary>The number of lines, 1 or more.</summary>
    public int Count => _starts.Value.Count;

    /// <summary>The offset of the first character of a line counted from 1.</summary>
    public int StartOf(int line) => _starts.Value[line - 1];

    private static List<int> Starts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsBreak(text[i])) continue;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            starts.Add(i + 1);
        }

        return starts;
    }

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
