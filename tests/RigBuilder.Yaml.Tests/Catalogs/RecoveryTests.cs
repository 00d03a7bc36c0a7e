using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Tests.Catalogs;

/// <summary>A syntax error in one entry hides no other entry.</summary>
public class RecoveryTests
{
    private const string Good = "{ id: ID, name: Quant ID, bits_per_weight: 4, type: q4_0, nominal_bits: 4 }";

    [TestCase("  - { id: x, name: 'open }")]
    [TestCase("  - { id: x, name: open")]
    [TestCase("  - { id: x, name: a: b: c }")]
    [TestCase("  - id: x\n    name: a: b")]
    [TestCase("  - id: x\n      name: deeper")]
    [TestCase("  - id: x\n    aliases: [a, b\n    type: q4_0")]
    [TestCase("  - id: x\n    aliases:\n      - \"open\n      - b")]
    [TestCase("  - id: x\n\tname: tab")]
    [TestCase("  - @x")]
    [TestCase("  - *x")]
    [TestCase("  - ? [a]\n    : b")]
    public void SyntaxError_InOneEntry_HidesNoOther(string broken)
    {
        var lines = new[] { "quants:", "  - " + Named("a"), broken, "  - " + Named("b"), "  - " + Named("c"), "", };
        var load = CatalogReader.Read([new TextFile("f.yaml", string.Join('\n', lines))]);
        Assert.That(load.Catalog.Quants.Items.Select(q => q.Id), Is.EqualTo(new[] { "a", "b", "c" }), string.Join("\n", load.Diagnostics.Select(DiagnosticText.Render)));
        Assert.That(load.Diagnostics, Is.Not.Empty);
        Assert.That(load.Origins[new CatalogKey(CatalogKind.Quant, "c")].Line, Is.EqualTo(string.Join('\n', lines[..4]).Count(c => c == '\n') + 2));
    }

    [Test]
    public void SyntaxErrors_InSeveralEntriesAndSections_AreAllReported()
    {
        var load = CatalogReader.Read([new TextFile("f.yaml", $"""
            quants:
            - a: b: c
            - {Named("a")}
            - 'open
            - {Named("b")}
            psus:
              - a: b: c
              - @
              - id: p
                name: P
                power: 500 parsecs
                atx_version: 3
              - id: good
                name: G
                power: 500 W
                atx_version: 3
                connectors:
                - type: eps-8-pin
            """)]);
        Assert.That(load.Catalog.Quants.Ids, Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(load.Catalog.Psus.Ids, Is.EqualTo(new[] { "good" }), string.Join("\n", load.Diagnostics.Select(DiagnosticText.Render)));
        Assert.That(load.Diagnostics.Select(d => $"{d.Location!.Line} {d.Code}"), Is.EqualTo(new[] { "2 RB1002", "4 RB1002", "7 RB1002", "8 RB1002", "11 RB2103" }));
    }

    [Test]
    public void SyntaxErrors_WithoutNumber_EndSoon()
    {
        var load = CatalogReader.Read([new TextFile("f.yaml", "quants:\n" + string.Concat(Enumerable.Repeat("  - 'x': y: z\n", 5000)))]);
        Assert.That(load.Diagnostics, Has.Length.InRange(2, 30));
    }

    private static string Named(string id) => Good.Replace("ID", id, StringComparison.Ordinal);
}
