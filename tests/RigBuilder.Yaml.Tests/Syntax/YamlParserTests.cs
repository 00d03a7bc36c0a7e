using System.Text;
using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Syntax;

namespace RigBuilder.Yaml.Tests.Syntax;

public class YamlParserTests
{
    [TestCase("", "RB1003")]
    [TestCase("# only a comment\n", "RB1003")]
    [TestCase("a: [1, 2", "RB1002")]
    [TestCase("a: 'open", "RB1002")]
    [TestCase("a: b: c", "RB1002")]
    [TestCase("a:\n\t- b", "RB1009")]
    [TestCase("a: *nowhere", "RB1008")]
    [TestCase("a: &x [*x]", "RB1008")]
    [TestCase("a: 1\n---\nb: 2", "RB1004")]
    [TestCase("? [complex, key]\n: value", "RB1010")]
    public void Text_ThatIsBroken_HasOneDiagnostic(string text, string code) =>
        Assert.That(Parse(text).Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { code }), string.Join(" ", Parse(text).Diagnostics.Select(DiagnosticText.Render)));

    [Test]
    public void SyntaxError_HasPlaceAndSourceLine()
    {
        var diagnostic = Parse("a: 1\nb: c: d\n").Diagnostics.Single();
        Assert.That(DiagnosticText.Render(diagnostic), Is.EqualTo("""
            f.yaml:2:5: error RB1002: the file is not YAML here: while scanning a plain scalar value, found invalid mapping
              2 | b: c: d
                |     ^
              help: quote a text that contains ': ', or check the indentation
            """));
    }

    [Test]
    public void Nesting_BeyondTheLimit_IsADiagnostic() =>
        Assert.That(Parse(new string('[', 100_000)).Diagnostics.Single().Code, Is.EqualTo("RB1006"));

    [Test]
    public void Aliases_ThatMultiply_AreStopped()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        Assert.That(Parse(bomb.ToString()).Diagnostics.Single().Code, Is.EqualTo("RB1007"));
    }

    [Test]
    public void Text_BeyondTheLimit_IsADiagnostic() =>
        Assert.That(Parse(new string(' ', YamlLimits.FileLength + 1)).Diagnostics.Single().Code, Is.EqualTo("RB1005"));

    [Test]
    public void Aliases_WithinLimits_AreResolved()
    {
        var root = (YamlMapping)Parse("a: &x { k: v }\nb: *x").Root!;
        Assert.That(((YamlMapping)root.Find("b")!).Find("k"), Is.InstanceOf<YamlScalar>().With.Property("Text").EqualTo("v"));
    }

    [TestCase("k: abc", 1, 4, 3)]
    [TestCase("k: 'abc'", 1, 4, 5)]
    [TestCase("k:   \"a c\"  # comment", 1, 6, 5)]
    [TestCase("k: a b   # comment", 1, 4, 3)]
    [TestCase("\nk: {j: abc}", 2, 8, 3)]
    public void Scalar_OnOneLine_HasExactSpan(string text, int line, int column, int length)
    {
        var node = ((YamlMapping)Parse(text).Root!).Find("k");
        while (node is YamlMapping inner) node = inner.Entries[0].Value;
        Assert.That(node!.Span, Is.EqualTo(new SourceSpan(line, column, length)));
    }

    [TestCase("k: abc", 4)]
    [TestCase("k: 'abc'", 5)]
    [TestCase("k: \"abc\"", 5)]
    [TestCase("k: \"\\x61bc\"", 4)]
    [TestCase("k: |\n  abc", 4)]
    public void SpanOf_APartOfAText_PointsIntoTheSource(string text, int expected)
    {
        var scalar = (YamlScalar)((YamlMapping)Parse(text).Root!).Find("k")!;
        Assert.That(scalar.SpanOf(0, 1).Column, Is.EqualTo(expected));
    }

    private static ParsedYaml Parse(string text) => YamlParser.Parse(new TextFile("f.yaml", text));
}
