using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Domain.Tests.Diagnostics;

public sealed class DiagnosticTextTests
{
    [Test]
    public void Render_WithEverything_ShowsPlaceCaretHelpAndWhy()
    {
        var diagnostic = new Diagnostic("RB2103", DiagnosticSeverity.Error, new SourceLocation("gpus.yaml", 41, 18, 4), "unknown unit 'Gb/s'")
        {
            SourceLine = "  bandwidth: 936 Gb/s",
            Help = "did you mean 'GB/s'?",
            Why = "bits and bytes differ by eight",
        };
        Assert.That(DiagnosticText.Render(diagnostic), Is.EqualTo(
            "gpus.yaml:41:18: error RB2103: unknown unit 'Gb/s'\n" +
            "  41 |   bandwidth: 936 Gb/s\n" +
            "     |                  ^^^^\n" +
            "  help: did you mean 'GB/s'?\n" +
            "  why: bits and bytes differ by eight"));
    }

    [Test]
    public void Render_ColumnPastTheLine_DoesNotThrow() =>
        Assert.That(DiagnosticText.Render(new Diagnostic("RB1001", DiagnosticSeverity.Error, new SourceLocation("a.yaml", 1, 99), "odd") { SourceLine = "x" }),
            Does.Contain("^"));

    [Test]
    public void Render_OfControlCharacters_ShowsTheirPicturesAndKeepsTheCaretInPlace()
    {
        var text = DiagnosticText.Render(new Diagnostic("RB2001", DiagnosticSeverity.Error, new SourceLocation("\u001b]0;x\u0007.yaml", 1, 6, 1), "odd '\u001b[31m\u009b'")
        {
            SourceLine = "a: \u001b \u007f\tx",
        });
        Assert.That(text, Is.EqualTo("␛]0;x␇.yaml:1:6: error RB2001: odd '␛[31m\ufffd'\n  1 | a: ␛ ␡\tx\n    |      ^"));
    }
}
