using System.Text;

namespace RigBuilder.Workbench.Painting;

/// <summary>
/// A rung of the glyph ladder: braille (everything), blocks (no braille patterns), ASCII. Views always write Unicode; the
/// painter shows what the set has. Every replacement is as wide as what it stands for.
/// </summary>
public sealed class GlyphSet
{
    private const string FancyFrom = "±│─╭╮╰╯├┤┬┴┼▲▼●○◆◇★✓✗‼▸▹◂·…×–—→←↑↓≤≥≈Δ“”‘’µ°²³█▓▒░▌▐▀▄■□";
    private const string PlainTo = "~|-++++++++" + "+^v*o*o*+x!>><..x--><^v<>~d\"\"''uo23##=.##\"_#-";
    private static readonly Dictionary<int, char> ToAscii = FancyFrom.Zip(PlainTo).ToDictionary(p => (int)p.First, p => p.Second);

    private readonly bool _ascii;

    private GlyphSet(string name, bool ascii, bool braille) => (Name, _ascii, HasBraille) = (name, ascii, braille);

    /// <summary>All glyphs.</summary>
    public static GlyphSet Braille { get; } = new("braille", ascii: false, braille: true);

    /// <summary>Box drawing and block elements, no braille patterns.</summary>
    public static GlyphSet Blocks { get; } = new("blocks", ascii: false, braille: false);

    /// <summary>The 95 printable ASCII characters.</summary>
    public static GlyphSet Ascii { get; } = new("ascii", ascii: true, braille: false);

    /// <summary>All sets, richest first.</summary>
    public static ImmutableArray<GlyphSet> All { get; } = [Braille, Blocks, Ascii];

    /// <summary>"braille", "blocks" or "ascii".</summary>
    public string Name { get; }

    /// <summary>Whether only ASCII may be shown.</summary>
    public bool IsAscii => _ascii;

    /// <summary>Whether braille patterns may be shown.</summary>
    public bool HasBraille { get; }

    /// <summary>The character to show for a wished one.</summary>
    public Rune Show(Rune wished)
    {
        if (!_ascii || wished.Value < 0x80) return wished;
        if (ToAscii.TryGetValue(wished.Value, out var plain)) return new Rune(plain);
        if (wished.Value is >= 0x2581 and <= 0x258F) return new Rune('#');
        return new Rune(TextWidth.Of(wished) == 0 ? '\0' : '?');
    }
}
