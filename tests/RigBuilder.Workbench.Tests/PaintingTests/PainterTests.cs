using FsCheck;
using FsCheck.Fluent;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.Workbench.Tests.PaintingTests;

/// <summary>Text never leaves its rectangle, wide characters are never cut in half, and every glyph set keeps the shape.</summary>
public sealed class PainterTests
{
    private const string Alphabet = "ab 漢字한éÄ‍🙂…▲─█\u0301\u001b\t";

    [TestCase("a", 1)]
    [TestCase("é", 1)]
    [TestCase("e\u0301", 1)]
    [TestCase("漢字", 4)]
    [TestCase("한", 2)]
    [TestCase("🙂", 2)]
    [TestCase("▲▼●★◆", 5)]
    [TestCase("\u001b\u0007", 0)]
    [TestCase("⣿│╭", 3)]
    public void TextWidth_OfText_IsWhatTerminalsShow(string text, int width) => Assert.That(TextWidth.Of(text), Is.EqualTo(width));

    [TestCase("RTX 3090", 8, "RTX 3090")]
    [TestCase("RTX 3090", 7, "RTX 30…")]
    [TestCase("漢字漢字", 5, "漢字…")]
    [TestCase("漢字漢字", 4, "漢…")]
    [TestCase("abc", 1, "…")]
    [TestCase("abc", 0, "")]
    public void Fit_LongText_EndsInEllipsis(string text, int width, string expected) => Assert.That(TextWidth.Fit(text, width), Is.EqualTo(expected));

    [Test]
    public void Wrap_AnyText_StaysInsideAndLosesNoWord()
    {
        Prop.ForAll(Arb.From(Texts()), Arb.From(Gen.Choose(2, 40)), (text, width) =>
        {
            var lines = TextWrap.Lines(text, width).ToList();
            return lines.All(l => TextWidth.Of(l) <= width)
                && Letters(string.Concat(lines)) == Letters(text);
        }).CheckRandomCases();

        static string Letters(string text) => string.Concat(text.Where(c => c is not (' ' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\f')));
    }

    [Test]
    public void Label_AnyText_NeverLeavesItsRoom()
    {
        using var screen = new HeadlessScreen(GlyphSet.Braille);
        var cases = from text in Texts() from width in Gen.Choose(0, 12) select (text, width);
        Prop.ForAll(Arb.From(cases), c =>
        {
            var meter = new Block.Meter(c.text, 0, "|||", Role.Meter) { LabelWidth = c.width, ValueWidth = 3 };
            var shown = screen.Show(FrameOf(meter, 20)).Split('\n')[0];
            return TextWidth.Of(shown) == 21 && shown.EndsWith("|||", StringComparison.Ordinal);
        }).CheckRandomCases();
    }

    [Test]
    public void AsciiGlyphs_ForAnyCharacter_AreAscii()
    {
        for (var value = 0xa0; value < 0x30000; value++)
        {
            if (!System.Text.Rune.IsValid(value)) continue;
            Assert.That(GlyphSet.Ascii.Show(new System.Text.Rune(value)).Value, Is.LessThan(0x7f));
        }
    }

    [TestCase(0.0, null, "VRAM ·········· 0/24")]
    [TestCase(0.5, null, "VRAM █████····· 0/24")]
    [TestCase(0.55, null, "VRAM █████▌···· 0/24")]
    [TestCase(1.0, null, "VRAM ██████████ 0/24")]
    [TestCase(1.2, null, "VRAM █████████! 0/24")]
    [TestCase(0.3, 0.6, "VRAM ███▒▒▒···· 0/24")]
    [TestCase(0.6, 0.3, "VRAM ███▒▒▒···· 0/24")]
    public void Meter_AtALevel_LooksLikeIt(double level, double? preview, string expected) =>
        Assert.That(Paint(new Block.Meter("VRAM", level, "0/24", Role.Meter) { Preview = preview, LabelWidth = 4, ValueWidth = 4 }, 22, GlyphSet.Blocks)[0], Is.EqualTo(expected));

    [Test]
    public void Meter_InAscii_NeedsNoColour() =>
        Assert.That(Paint(new Block.Meter("PSU", 0.4, "4/10", Role.Meter) { Preview = 0.7, LabelWidth = 4, ValueWidth = 4 }, 22, GlyphSet.Ascii)[0], Is.EqualTo("PSU  ####+++... 4/10"));

    [Test]
    public void Chart_OnEachRung_ShowsTheSameCurve()
    {
        var chart = new Block.Chart([0, 1, 2, 3, 4, 4, 2, 0], 4, 1, Role.Accent);
        Assert.Multiple(() =>
        {
            Assert.That(Paint(chart, 20, GlyphSet.Braille)[0], Is.EqualTo("⢀⣴⣿⡄"));
            Assert.That(Paint(chart, 20, GlyphSet.Blocks)[0].Trim(), Is.EqualTo("▂▄▆██▄"));
            Assert.That(Paint(chart, 20, GlyphSet.Ascii)[0].Trim(), Is.EqualTo(":=+##="));
        });
    }

    [TestCase('S')]
    [TestCase('A')]
    [TestCase('F')]
    [TestCase('-')]
    public void Banner_InAscii_FramesTheLetter(char letter) =>
        Assert.That(Paint(new Block.Banner(letter, Role.Accent, ["x"]), 20, GlyphSet.Ascii)[1], Does.StartWith($"|{letter} |"));

    private static Gen<string> Texts() =>
        Gen.Elements(Alphabet.EnumerateRunes().Select(r => r.ToString()).ToArray()).ArrayOf().Select(parts => string.Concat(parts));

    // The panel's border lies outside the screen.
    private static Frame FrameOf(Block block, int width)
    {
        var panel = new Panel(PanelId.Stats, new Rect(-1, -1, width + 4, 6), StyledText.Empty, new PanelContent.Document([block]));
        return new Frame { Size = new Size(width + 2, 4), Panels = [panel] };
    }

    private static string[] Paint(Block block, int width, GlyphSet glyphs) =>
        [.. HeadlessScreen.TextOf(FrameOf(block, width - 2), glyphs).Split('\n').Select(l => l.Length > 0 ? l[1..].TrimEnd() : l)];
}
