using System.Text;

namespace RigBuilder.Domain.Diagnostics;

/// <summary>The one plain-text rendering of diagnostics.</summary>
public static class DiagnosticText
{
    /// <summary>
    /// "file:line:col: error RB2103: message", then the source line with carets, help and why. What files and paths hold of control characters is
    /// shown as its picture ("␛"), so that it does not steer the terminal.
    /// </summary>
    public static string Render(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        if (diagnostic.Location is { } at) text.Append(at).Append(": ");
        text.Append(diagnostic.Severity == DiagnosticSeverity.Error ? "error " : "warning ")
            .Append(diagnostic.Code).Append(": ").Append(diagnostic.Message);
        if (diagnostic.SourceLine is { } line && diagnostic.Location is { Column: > 0 } location)
        {
            var gutter = location.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var indent = new string(line.Take(Math.Min(location.Column - 1, line.Length)).Select(c => c == '\t' ? '\t' : ' ').ToArray());
            text.Append('\n').Append("  ").Append(gutter).Append(" | ").Append(line)
                .Append('\n').Append("  ").Append(' ', gutter.Length).Append(" | ").Append(indent)
                .Append('^', Math.Clamp(location.Length, 1, Math.Max(1, line.Length - indent.Length)));
        }

        if (diagnostic.Help is { } help) text.Append("\n  help: ").Append(help);
        if (diagnostic.Why is { } why) text.Append("\n  why: ").Append(why);
        for (var i = 0; i < text.Length; i++) text[i] = Shown(text[i]);
        return text.ToString();
    }

    /// <summary>Unicode's picture of a control character; any other, line ends and tabs as they are.</summary>
    private static char Shown(char c) => c switch
    {
        '\n' or '\t' => c,
        < ' ' => (char)('\u2400' + c),
        '\u007f' => '\u2421',
        >= '\u0080' and <= '\u009f' => '\ufffd',
        _ => c,
    };
}
