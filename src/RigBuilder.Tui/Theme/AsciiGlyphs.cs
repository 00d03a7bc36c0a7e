using System.Reflection;
using System.Text;
using Terminal.Gui.Configuration;

namespace RigBuilder.Tui.Theme;

/// <summary>
/// Lets the library draw with ASCII only: lines, scroll bars, arrows and whatever else it has a glyph for, so that none of its
/// versions can add one that slips through.
/// </summary>
internal static class AsciiGlyphs
{
    /// <summary>Replaces the glyphs. To be called after the library is initialised, which sets them.</summary>
    public static void Use()
    {
        var plain = GlyphSettings.Current with { };
        foreach (var glyph in typeof(GlyphSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(Rune) && p.CanWrite))
        {
            var shown = (Rune)glyph.GetValue(plain)!;
            if (!shown.IsAscii) glyph.SetValue(plain, Plain(glyph.Name, shown));
        }

        GlyphSettings.Current = plain;
    }

    private static Rune Plain(string name, Rune shown)
    {
        if (shown.Value is >= 0x2500 and < 0x2580) return new Rune(LineOf(name));
        var plain = GlyphSet.Ascii.Show(shown);
        return plain.Value is '?' or '\0' ? new Rune(name.Contains("Arrow", StringComparison.Ordinal) ? '>' : '*') : plain;
    }

    private static char LineOf(string name)
    {
        bool Has(params string[] words) => words.Any(w => name.Contains(w, StringComparison.Ordinal));
        return Has("HLine", "LeftLine", "RightLine", "LeftSide", "RightSide") ? '-' : Has("VLine", "TopLine", "BottomLine", "TopSide", "BottomSide") ? '|' : '+';
    }
}
