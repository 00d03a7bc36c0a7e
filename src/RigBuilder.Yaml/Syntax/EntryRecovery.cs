using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Syntax;

/// <summary>Finds the entry after a broken one in a file of lists, by indentation alone.</summary>
internal sealed class EntryRecovery(string text)
{
    private readonly LineIndex _lines = new(text);
    private int _resumed;

    /// <summary>
    /// The text from the next good entry on, below its section's key and with as many lines before it as in the file, so
    /// that positions stay right; null when nothing is left.
    /// </summary>
    /// <param name="partial">What was parsed up to the failure; not empty.</param>
    /// <param name="failed">The line on which parsing failed.</param>
    public string? Rest(YamlMapping partial, int failed)
    {
        var (key, section) = partial.Entries[^1];
        var items = section is YamlSequence { Items: var all } ? all : [];
        var good = items.IsEmpty ? key.Span.Line : items[^1].Span.Line;
        var indent = items.IsEmpty ? FirstDash(good + 1) : DashOf(items[0].Span.Line);
        var broken = Next(Math.Max(good + 1, _resumed), indent);
        // The entry after the last good one is the broken one, unless parsing failed before it; a second failure there settles it.
        var start = broken <= failed || broken <= _resumed ? Next(broken + 1, indent) : broken;
        if (start > _lines.Count || start <= _resumed) return null;
        _resumed = start;
        var header = IsSection(start) ? "" : SectionAbove(start);
        return new string('\n', start - 2) + header + "\n" + text[_lines.StartOf(start)..];
    }

    /// <summary>What was parsed before and after a broken entry, as one mapping.</summary>
    public static YamlMapping Join(YamlMapping before, YamlMapping? after)
    {
        if (after is null || after.Entries.IsEmpty) return before;
        var (key, last) = before.Entries[^1];
        var (nextKey, next) = after.Entries[0];
        if (last is not YamlSequence head || next is not YamlSequence tail || nextKey.Text != key.Text)
            return new YamlMapping(before.Span, [.. before.Entries, .. after.Entries]);
        var joined = new YamlSequence(head.Items.IsEmpty ? tail.Span : head.Span, [.. head.Items, .. tail.Items]);
        return new YamlMapping(before.Span, [.. before.Entries[..^1], new YamlEntry(key, joined), .. after.Entries[1..]]);
    }

    // The next line that starts a section, or a list element with this indentation; past the end when there is none.
    private int Next(int from, int indent)
    {
        var line = from;
        while (line <= _lines.Count && !IsSection(line) && (indent < 0 || DashOf(line) != indent)) line++;
        return line;
    }

    private int FirstDash(int from)
    {
        for (var line = from; line <= _lines.Count && !IsSection(line); line++)
            if (DashOf(line) is >= 0 and var indent) return indent;
        return -1;
    }

    private string SectionAbove(int line)
    {
        while (line > 1 && !IsSection(line)) line--;
        return _lines[line] ?? "";
    }

    private bool IsSection(int line) => _lines[line] is { Length: > 0 } content && char.IsAsciiLetter(content[0]) && content.TrimEnd().EndsWith(':');

    private int DashOf(int line)
    {
        if (_lines[line] is not { } content) return -1;
        var indent = content.Length - content.AsSpan().TrimStart(' ').Length;
        return indent < content.Length && content[indent] == '-' && (indent + 1 == content.Length || content[indent + 1] == ' ') ? indent : -1;
    }
}
