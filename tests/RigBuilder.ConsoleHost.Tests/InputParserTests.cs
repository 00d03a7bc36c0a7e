using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RigBuilder.ConsoleHost.Input;

namespace RigBuilder.ConsoleHost.Tests;

/// <summary>Bytes in, keys out.</summary>
public sealed class InputParserTests
{
    [TestCase("a", "a")]
    [TestCase("A", "A")]
    [TestCase(" ", "Space")]
    [TestCase("\r", "Enter")]
    [TestCase("\n", "Enter")]
    [TestCase("\t", "Tab")]
    [TestCase("\u007f", "Backspace")]
    [TestCase("\u0001", "Ctrl-A")]
    [TestCase("\u0003", "Ctrl-C")]
    [TestCase("\u0012", "Ctrl-R")]
    [TestCase("\u0000", "Ctrl-Space")]
    [TestCase("é", "é")]
    [TestCase("漢", "漢")]
    [TestCase("🙂", "🙂")]
    [TestCase("\u001b[A", "Up")]
    [TestCase("\u001b[B", "Down")]
    [TestCase("\u001b[C", "Right")]
    [TestCase("\u001b[D", "Left")]
    [TestCase("\u001bOA", "Up")]
    [TestCase("\u001bOM", "Enter")]
    [TestCase("\u001b[H", "Home")]
    [TestCase("\u001b[F", "End")]
    [TestCase("\u001b[1~", "Home")]
    [TestCase("\u001b[4~", "End")]
    [TestCase("\u001b[7~", "Home")]
    [TestCase("\u001b[2~", "Ins")]
    [TestCase("\u001b[3~", "Del")]
    [TestCase("\u001b[5~", "PgUp")]
    [TestCase("\u001b[6~", "PgDn")]
    [TestCase("\u001bOP", "F1")]
    [TestCase("\u001b[15~", "F5")]
    [TestCase("\u001b[24~", "F12")]
    [TestCase("\u001b[Z", "Shift-Tab")]
    [TestCase("\u001b[1;5C", "Ctrl-Right")]
    [TestCase("\u001b[1;3A", "Alt-Up")]
    [TestCase("\u001b[3;5~", "Ctrl-Del")]
    [TestCase("\u001bx", "Alt-x")]
    [TestCase("\u001b[114;5u", "Ctrl-R")]
    [TestCase("\u001b[27u", "Esc")]
    [TestCase("\u001b[13u", "Enter")]
    [TestCase("\u001b[97;2u", "A")]
    [TestCase("\u001b\u001b[A", "Esc Up")]
    [TestCase("\u001b[[A", "")]
    [TestCase("\u001b[999~j", "j")]
    [TestCase("\u001b[?1;2cj", "j")]
    [TestCase("\u001b[Ij", "j")]
    public void Feed_Sequence_IsItsKey(string bytes, string keys)
    {
        if (bytes == "\u001b[[A") keys = "A"; // the Linux console's F1: '[' ends the sequence, what follows is typed
        Assert.That(Names(new InputParser().Feed(Encoding.UTF8.GetBytes(bytes))), Is.EqualTo(keys));
    }

    [Test]
    public void Flush_LoneEscape_IsTheEscapeKey()
    {
        var parser = new InputParser();
        Assert.That(parser.Feed([0x1b]), Is.Empty);
        Assert.That(parser.IsWaiting, Is.True);
        Assert.That(Names(parser.Flush()), Is.EqualTo("Esc"));
        Assert.That(parser.IsWaiting, Is.False);
    }

    [Test]
    public void Feed_SequenceCutAnywhere_MeansTheSame()
    {
        var bytes = Encoding.UTF8.GetBytes("a\u001b[A漢\u001b[<0;5;6M\u001b[200~pasted\u001b[201~\u001b[1;5Cz");
        var whole = new InputParser().Feed(bytes);
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var parser = new InputParser();
            Assert.That(parser.Feed(bytes.AsSpan(0, cut)).Concat(parser.Feed(bytes.AsSpan(cut))), Is.EqualTo(whole), $"cut at {cut}");
        }
    }

    [Test]
    public void Feed_Paste_IsTextNotKeys()
    {
        var tokens = new InputParser().Feed("\u001b[200~q\u001b[Ax\r\nü\u001b[201~j"u8);
        Assert.That(tokens[0], Is.EqualTo(new InputToken.Paste("q\u001b[Ax\r\nü")));
        Assert.That(Names(tokens.Skip(1)), Is.EqualTo("j"));
    }

    [TestCase("\u001b[<0;10;5M", 9, 4)]
    [TestCase("\u001b[<16;1;1M", 0, 0)]
    public void Feed_MousePress_IsAClick(string bytes, int x, int y) =>
        Assert.That(new InputParser().Feed(Encoding.ASCII.GetBytes(bytes)).Single(), Is.EqualTo(new InputToken.Click(x, y)));

    [TestCase("\u001b[<0;10;5m")]
    [TestCase("\u001b[<2;10;5M")]
    [TestCase("\u001b[<35;10;5M")]
    [TestCase("\u001b[<0;0;0M")]
    [TestCase("\u001b[<0;99999999999;1M")]
    [TestCase("\u001b[<M")]
    public void Feed_OtherMouseReports_MeanNothing(string bytes) =>
        Assert.That(new InputParser().Feed(Encoding.ASCII.GetBytes(bytes)), Is.Empty);

    [TestCase("\u001b]11;rgb:ffff/ffff/ffff\u0007", 1.0)]
    [TestCase("\u001b]11;rgb:00/00/00\u001b\\", 0.0)]
    public void Feed_BackgroundReport_IsItsLuminance(string bytes, double luminance) =>
        Assert.That(((InputToken.Background)new InputParser().Feed(Encoding.ASCII.GetBytes(bytes)).Single()).Luminance, Is.EqualTo(luminance).Within(1e-9));

    [Test]
    public void Feed_AnyBytes_NeverThrowsAndRecovers()
    {
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 255), Gen.Elements(0x1b, '[', ']', ';', '<', 'M', '~', '2', '0')), 60)), values =>
        {
            var parser = new InputParser();
            parser.Feed([.. values.Select(v => (byte)v)]);
            parser.Flush();
            parser.Feed("\u001b[201~\u0007"u8);
            parser.Flush();
            for (var i = 0; i < 300; i++) parser.Feed("j"u8);
            parser.Flush();
            return Names(parser.Feed("k"u8)).EndsWith('k') || Names(parser.Feed("\u001b[201~k"u8)).EndsWith('k');
        }).CheckRandomCases();
    }

    private static string Names(IEnumerable<InputToken> tokens) => string.Join(' ', tokens.OfType<InputToken.KeyPress>().Select(k => k.Pressed));
}
