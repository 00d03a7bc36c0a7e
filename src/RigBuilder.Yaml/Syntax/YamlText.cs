using System.Globalization;
using System.Text;

namespace RigBuilder.Yaml.Syntax;

/// <summary>Writes texts as YAML scalars.</summary>
public static class YamlText
{
    private static readonly string[] Reserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    /// <summary>
    /// A text as a scalar that any YAML reader takes for the same text, inside brackets too: plain where that is safe, else
    /// in double quotes. Halves of surrogate pairs cannot be stored and become U+FFFD.
    /// </summary>
    public static string Quote(string text)
    {
        if (IsPlain(text)) return text;
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\') quoted.Append('\\').Append((char)rune.Value);
            else if (MustEscape(rune)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else quoted.Append(rune.ToString());
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text[^1] != ' '
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '+' or '/' or '(' or ')')
        && !Reserved.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool MustEscape(Rune rune) => rune.IsBmp
        && (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF
            || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator && rune.Value != ' '));
}
