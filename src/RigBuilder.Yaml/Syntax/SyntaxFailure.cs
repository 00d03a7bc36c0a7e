using RigBuilder.Yaml.Files;
using YamlDotNet.Core;

namespace RigBuilder.Yaml.Syntax;

/// <summary>Why parsing stopped.</summary>
internal sealed record SyntaxFailure(string Code, SourceSpan Span, string Message, string? Help, string? Why)
{
    private const int FarthestTab = 500;

    /// <summary>Translates YamlDotNet's exception, with better words for the common slips.</summary>
    public static SyntaxFailure Of(YamlException e, string text)
    {
        // The start mark is where the construct began, the end mark where the scanner gave up. A person must look at the latter,
        // save for quotes that are never closed: the scanner runs to the end of the file then.
        var mark = e.End.Line > 0 && !e.Message.Contains("unexpected end of stream", StringComparison.Ordinal) ? e.End : e.Start;
        var span = new SourceSpan((int)mark.Line, (int)mark.Column, 1);
        if (e.Message.Contains("tab", StringComparison.Ordinal) && IndentedByTab(text, mark) is { } tab)
            return new SyntaxFailure("RB1009", tab, "the line is indented with a tab", "indent with blanks", "YAML does not allow tabs for indentation");
        var words = e.Message.Trim().TrimEnd('.');
        words = words.StartsWith("While ", StringComparison.Ordinal) ? "w" + words[1..] : words;
        return new SyntaxFailure("RB1002", span, "the file is not YAML here: " + words, HelpFor(words), null);
    }

    private static string? HelpFor(string words) => words switch
    {
        _ when words.Contains("mapping values are not allowed", StringComparison.OrdinalIgnoreCase)
            || words.Contains("invalid mapping", StringComparison.Ordinal) => "quote a text that contains ': ', or check the indentation",
        _ when words.Contains("did not find expected ',' or", StringComparison.Ordinal) => "close the '{' or '[' and put commas between its elements",
        _ when words.Contains("quoted scalar", StringComparison.Ordinal) => "close the quotes",
        _ when words.Contains("cannot start any token", StringComparison.Ordinal) => "quote a text that starts with '@', '`' or '%'",
        _ when words.Contains("expected key", StringComparison.Ordinal) || words.Contains("expected ':'", StringComparison.Ordinal) => "write 'key: value', and indent all keys of an entry alike",
        _ => null,
    };

    // For tabs the scanner points at the start of the mapping around them, so the tab has to be looked for.
    private static SourceSpan? IndentedByTab(string text, Mark mark)
    {
        var lines = new LineIndex(text);
        for (var line = Math.Max(1, (int)mark.Line); line < mark.Line + FarthestTab; line++)
        {
            if (lines[line] is not { } content) continue;
            var tab = content.AsSpan(0, content.Length - content.AsSpan().TrimStart(" \t").Length).IndexOf('\t');
            if (tab >= 0) return new SourceSpan(line, tab + 1, 1);
        }

        return null;
    }
}
