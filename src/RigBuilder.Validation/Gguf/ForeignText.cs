using System.Globalization;
using System.Text;

namespace RigBuilder.Validation.Gguf;

/// <summary>Text out of somebody else's file, made harmless for terminals, tables and reports.</summary>
public static class ForeignText
{
    /// <summary>Characters that are kept.</summary>
    public const int Longest = 80;

    /// <summary>
    /// The text in one line, without control and formatting characters (escape sequences, reversals of the writing direction),
    /// with "¦" for the bar that parts columns of a table, cut with "…" after <see cref="Longest"/> characters.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= Longest)
            {
                clean.Length = char.IsHighSurrogate(clean[Longest - 2]) ? Longest - 2 : Longest - 1;
                return clean.Append('…').ToString();
            }

            if (rune.Value == '|') clean.Append('¦');
            else if (IsHarmless(rune)) clean.Append(rune);
            else if (rune.Value is '\n' or '\r' or '\t' && clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }

        return clean.ToString().Trim();
    }

    /// <summary>A message that quotes such texts, of any length, without what steers a terminal.</summary>
    public static string Steerless(string message) =>
        message.EnumerateRunes().All(IsHarmless) ? message : string.Concat(message.EnumerateRunes().Where(r => IsHarmless(r) || r.Value == '\n'));

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
