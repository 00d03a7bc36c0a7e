using FsCheck;
using FsCheck.Fluent;
using RigBuilder.ConsoleHost.Output;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.ConsoleHost.Tests;

/// <summary>What the screen writer sends, and how themes look.</summary>
public sealed class ScreenWriterTests
{
    [Test]
    public void Difference_OfTheSameGrid_IsNothing()
    {
        var grid = Grid("abc 漢字");
        Assert.That(Writer(ColourDepth.TrueColour).Difference(grid, Grid("abc 漢字")), Is.Empty);
    }

    [Test]
    public void Difference_OfOneLetter_WritesOneLetter() =>
        Assert.That(Writer(ColourDepth.None).Difference(Grid("abcdef"), Grid("abXdef")), Is.EqualTo("\u001b[1;3HX"));

    [Test]
    public void Difference_PlayedOnTheOldScreen_GivesTheNewOne()
    {
        var texts = Gen.Elements("abc", "漢字漢", "a漢b字c", "xxxxxxxxxxxx", "", "─│", "字").ArrayOf(4).Select(p => string.Concat(p));
        Prop.ForAll(Arb.From(texts), Arb.From(texts), (before, after) =>
        {
            var writer = Writer(ColourDepth.None);
            var screen = new Dictionary<(int, int), string>();
            Play(writer.Difference(null, Grid(before)), screen);
            Play(writer.Difference(Grid(before), Grid(after)), screen);
            var expected = new Dictionary<(int, int), string>();
            Play(writer.Difference(null, Grid(after)), expected);
            return Enumerable.Range(0, 16).All(x => screen.GetValueOrDefault((0, x), " ") == expected.GetValueOrDefault((0, x), " "));
        }).CheckRandomCases();
    }

    [Test]
    public void NoColour_SendsNoColour()
    {
        foreach (var scene in Scenes.All.Values)
        {
            var text = Writer(ColourDepth.None).Lines(FramePainter.Paint(scene(new Size(80, 24)).Frame, GlyphSet.Braille));
            Assert.That(text, Does.Not.Match(@"\u001b\[[0-9;]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])\b[0-9;]*m"));
            Assert.That(text, Does.Contain("\u001b["), "bold and inverse remain");
        }
    }

    [Test]
    public void Themes_OnTheirBackdrop_AreReadable()
    {
        foreach (var (backdrop, paper) in new[] { (Backdrop.Dark, 0x101218), (Backdrop.Dark, 0x000000), (Backdrop.Light, 0xffffff), (Backdrop.Light, 0xfdf6e3) })
        {
            var theme = Theme.Of(backdrop, ColourDepth.TrueColour);
            foreach (var role in Enum.GetValues<Role>().Except([Role.Border, Role.MeterEmpty, Role.Normal]))
            {
                foreach (var surface in new[] { Surface.Base, Surface.Selected, Surface.Raised, Surface.Bar })
                {
                    var style = theme[role, surface];
                    var ink = (style.Foreground.R << 16) | (style.Foreground.G << 8) | style.Foreground.B;
                    var ground = style.Background == Spectre.Console.Color.Default ? paper : (style.Background.R << 16) | (style.Background.G << 8) | style.Background.B;
                    var least = role == Role.Locked ? 2.5 : role is Role.Dim or Role.BorderFocused or Role.Meter ? 3.0 : 4.0;
                    Assert.That(Contrast(ink, ground), Is.GreaterThanOrEqualTo(least), $"{role} on {surface}, {backdrop}");
                }
            }
        }
    }

    [TestCaseSource(nameof(AnsiCases))]
    public void Screen_InColour_LooksAsAccepted(string scene, int width, int height, Backdrop backdrop, ColourDepth depth)
    {
        var grid = FramePainter.Paint(Scenes.All[scene](new Size(width, height)).Frame, GlyphSet.Braille);
        var text = new ScreenWriter(Theme.Of(backdrop, depth), depth).Lines(grid).ReplaceLineEndings("\n");
        Golden.Check("RigBuilder.ConsoleHost.Tests", $"{scene}-{width}x{height}-{backdrop}-{depth}.ans".ToLowerInvariant(), text);
    }

    private static IEnumerable<object[]> AnsiCases()
    {
        foreach (var (width, height) in new[] { (80, 24), (140, 40) })
            foreach (var scene in new[] { "bench-preview", "bench-troubled", "quest" })
                yield return [scene, width, height, Backdrop.Dark, ColourDepth.TrueColour];
        yield return ["bench-troubled", 80, 24, Backdrop.Light, ColourDepth.TrueColour];
        foreach (var depth in new[] { ColourDepth.TwoHundredFiftySix, ColourDepth.Sixteen, ColourDepth.None })
            yield return ["bench-troubled", 80, 24, Backdrop.Dark, depth];
    }

    private static ScreenWriter Writer(ColourDepth depth) => new(Theme.Of(Backdrop.Dark, depth), depth);

    private static CellGrid Grid(string text)
    {
        var grid = new CellGrid(new Size(16, 1), GlyphSet.Braille);
        grid.Write(0, 0, text, grid.Bounds, Role.Normal, Surface.Base);
        return grid;
    }

    /// <summary>Plays text on a terminal where overwriting half of a wide character blanks its other half.</summary>
    private static void Play(string text, Dictionary<(int, int), string> screen)
    {
        var (x, y) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u001b')
            {
                var end = i + 2;
                while (text[end] is < '@' or > '~') end++;
                if (text[end] == 'J') screen.Clear();
                if (text[end] == 'H') x = int.Parse(text[(i + 2)..end].Split(';')[1], System.Globalization.CultureInfo.InvariantCulture) - 1;
                i = end;
                continue;
            }

            var glyph = text[i].ToString();
            var width = TextWidth.Of(glyph);
            for (var k = 0; k < width; k++)
            {
                if (screen.GetValueOrDefault((y, x + k)) == "tail" && k == 0) screen[(y, x - 1)] = " ";
                if (k == width - 1 && screen.GetValueOrDefault((y, x + k + 1)) == "tail") screen[(y, x + k + 1)] = " ";
            }

            screen[(y, x)] = glyph;
            if (width == 2) screen[(y, x + 1)] = "tail";
            x += width;
        }
    }

    // WCAG 2 contrast ratio.
    private static double Contrast(int a, int b)
    {
        var (la, lb) = (Luminance(a), Luminance(b));
        return (Math.Max(la, lb) + 0.05) / (Math.Min(la, lb) + 0.05);
    }

    private static double Luminance(int rgb) => (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 0xff)) + (0.0722 * Linear(rgb & 0xff));

    private static double Linear(int channel)
    {
        var c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
