using System.Globalization;
using System.Text;
using RigBuilder.Tui.Theme;

namespace RigBuilder.Tui.Views;

/// <summary>Writes text whose pieces have meanings into a view while it draws.</summary>
internal static class StyledWriter
{
    /// <summary>Writes into a width; when the text does not fit it ends in an ellipsis.</summary>
    public static void Write(View view, int x, int y, StyledText text, int width, Style style, Surface surface, bool alignRight = false)
    {
        if (width <= 0) return;
        if (alignRight) x += Math.Max(0, width - text.Width);
        foreach (var piece in Fitted(text, width))
        {
            view.SetAttribute(style.Palette.Of(piece.Role, surface));
            view.AddStr(x, y, Shown(piece.Text, style.Glyphs));
            x += TextWidth.Of(piece.Text);
        }
    }

    /// <summary>The pieces that fit into a width, the last one an ellipsis when something is cut.</summary>
    public static IEnumerable<TextSpan> Fitted(StyledText text, int width)
    {
        var cut = text.Width > width;
        var room = cut ? width - 1 : width;
        foreach (var span in text.Spans)
        {
            var piece = Head(span.Text, room);
            room -= TextWidth.Of(piece);
            if (piece.Length > 0) yield return span with { Text = piece };
            if (piece.Length < span.Text.Length) break;
        }

        if (cut) yield return new TextSpan("…", text.Spans[^1].Role);
    }

    /// <summary>A text that fits into a width.</summary>
    public static StyledText Cut(StyledText text, int width) => width <= 0 ? StyledText.Empty : new StyledText([.. Fitted(text, width)]);

    /// <summary>
    /// The text with the characters that the glyph set has. Controls, joiners and accents without a letter go: the library counts
    /// columns for whole clusters of them, and layout counts none.
    /// </summary>
    public static string Shown(string text, GlyphSet glyphs)
    {
        if (text.All(c => c is >= ' ' and < '\x7f')) return text;
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (TextWidth.Of(rune) > 0) shown.Append(glyphs.IsAscii ? Plain(glyphs, rune) : rune.ToString());
            else if (!glyphs.IsAscii && shown.Length > 0 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    private static string Plain(GlyphSet glyphs, Rune rune) => glyphs.Show(rune).ToString().PadRight(TextWidth.Of(rune));

    private static string Head(string text, int room)
    {
        var (length, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += TextWidth.Of(rune);
            if (used > room) return text[..length];
            length += rune.Utf16SequenceLength;
        }

        return text;
    }
}
