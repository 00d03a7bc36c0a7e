using RigBuilder.Tui;
using RigBuilder.Workbench.Painting;

namespace RigBuilder.Workbench.Tests.Tui;

/// <summary>What the environment says about a terminal.</summary>
public sealed class TerminalTraitsTests
{
    [TestCase("TERM=xterm-256color COLORTERM=truecolor LANG=en_US.UTF-8", ColourDepth.TrueColour, "braille")]
    [TestCase("TERM=xterm-256color LANG=C.UTF-8", ColourDepth.TwoHundredFiftySix, "braille")]
    [TestCase("TERM=xterm LANG=de_DE.utf8", ColourDepth.Sixteen, "braille")]
    [TestCase("TERM=xterm-kitty LANG=C.UTF-8", ColourDepth.TrueColour, "braille")]
    [TestCase("TERM=linux LANG=C.UTF-8", ColourDepth.Sixteen, "blocks")]
    [TestCase("TERM=vt100 LANG=C", ColourDepth.None, "ascii")]
    [TestCase("TERM=xterm-256color LANG=C", ColourDepth.TwoHundredFiftySix, "ascii")]
    [TestCase("TERM=xterm-256color LANG=en_US.UTF-8 LC_ALL=C", ColourDepth.TwoHundredFiftySix, "ascii")]
    [TestCase("TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1 LANG=C.UTF-8", ColourDepth.None, "braille")]
    public void Detect_Environment_ChoosesColoursAndGlyphs(string variables, ColourDepth depth, string glyphs)
    {
        var traits = Detect(variables);
        Assert.That((traits.Depth, traits.Glyphs.Name, traits.Refusal), Is.EqualTo((depth, glyphs, (string?)null)));
    }

    [TestCase("TERM=dumb", true, "TERM is 'dumb'")]
    [TestCase("", true, "TERM is not set")]
    [TestCase("TERM=xterm", false, "redirected")]
    public void Detect_UselessTerminal_SaysWhyAndWhatElse(string variables, bool terminal, string why) =>
        Assert.That(TerminalTraits.Detect(Variables(variables), terminal, new TerminalOptions(), windows: false).Refusal, Does.Contain(why).And.Contain("commands"));

    [TestCase("15;0", Backdrop.Dark)]
    [TestCase("0;15", Backdrop.Light)]
    [TestCase("0;default;7", Backdrop.Light)]
    [TestCase("junk", Backdrop.Auto)]
    public void Detect_ColourHint_ChoosesTheBackdrop(string hint, Backdrop backdrop) =>
        Assert.That(Detect($"TERM=rxvt COLORFGBG={hint}").Backdrop, Is.EqualTo(backdrop));

    [Test]
    public void Detect_Options_WinOverTheEnvironment()
    {
        var options = new TerminalOptions { Backdrop = Backdrop.Light, Depth = ColourDepth.Sixteen, Glyphs = GlyphSet.Ascii, Mouse = false };
        var traits = TerminalTraits.Detect(Variables("TERM=xterm-kitty LANG=C.UTF-8 NO_COLOR=1"), true, options, windows: false);
        Assert.That(traits, Is.EqualTo(new TerminalTraits(ColourDepth.Sixteen, GlyphSet.Ascii, Backdrop.Light, Mouse: false, Refusal: null)));
    }

    private static TerminalTraits Detect(string variables) => TerminalTraits.Detect(Variables(variables), true, new TerminalOptions(), windows: false);

    private static Func<string, string?> Variables(string text)
    {
        var all = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        return name => all.GetValueOrDefault(name);
    }
}
