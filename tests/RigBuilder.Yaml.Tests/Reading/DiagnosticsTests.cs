using RigBuilder.Domain.Diagnostics;
using RigBuilder.Yaml.Catalogs;
using RigBuilder.Yaml.Files;

namespace RigBuilder.Yaml.Tests.Reading;

/// <summary>The exact text of the diagnostics of every class of error.</summary>
public class DiagnosticsTests
{
    [Test]
    public void UnknownKey_NearAKnownOne_IsSuggested() => Expect("""
        psus:
          - { id: p, name: P, power: 1000 W, atx_version: 3.1, lenght: 140 mm }
        """, """
        f.yaml:2:56: error RB2101: psu 'p' has no key 'lenght'
          2 |   - { id: p, name: P, power: 1000 W, atx_version: 3.1, lenght: 140 mm }
            |                                                        ^^^^^^
          help: did you mean 'length'?
        """);

    [Test]
    public void MissingKey_OfAnEntry_NamesItWithExample() => Expect("""
        psus:
          - id: p
            name: P
            atx_version: 3.1
        """, """
        f.yaml:2:5: error RB2102: psu 'p' lacks 'power'
          2 |   - id: p
            |     ^^
          help: add 'power: 1000 W'
          why: Continuous rated output.
        """);

    [TestCase("24", "'24' has no unit; expected a size (GiB, GB)", "write '24 GiB'")]
    [TestCase("24 G", "unknown unit 'G'; expected a size (GiB, GB)", "write 'GiB' or another unit of B, KB, KiB, MB, MiB, GB, GiB, TB, TiB")]
    [TestCase("24 gib", "unknown unit 'gib'; expected a size (GiB, GB)", "did you mean 'GiB'?")]
    [TestCase("lots", "'lots' is not a number with a unit; expected a size (GiB, GB)", "write for example '24 GiB'")]
    [TestCase("-1 GiB", "-1 GiB is out of range: it must be at least 0 and at most 4,194,304 TiB", null)]
    [TestCase("1e400 GiB", "'1e400 GiB' is not a number with a unit; expected a size (GiB, GB)", "write for example '24 GiB'")]
    [TestCase(".nan", "'.nan' is not a number with a unit; expected a size (GiB, GB)", "write for example '24 GiB'")]
    [TestCase("300 W", "'300 W' is a power (W), not a size (GiB, GB)", "write it in B, KB, KiB, MB, MiB, GB, GiB, TB, TiB")]
    public void Size_WrittenWrongly_SaysWhatToWrite(string written, string message, string? help)
    {
        var diagnostic = Read($"memory:\n  - {{ id: k, name: K, type: ddr5, modules: 2, module_size: {written}, speed: 6000 MT/s }}").Single();
        Assert.That((diagnostic.Message, diagnostic.Help), Is.EqualTo((message, help)));
        Assert.That(diagnostic.Location, Is.EqualTo(new SourceLocation("f.yaml", 2, 60, written.Length)));
    }

    [Test]
    public void Bandwidth_InBits_IsExplained() => Expect("""
        ssds:
          - { id: s, name: S, capacity: 2 TB, interface: sata, read: 550 Gb/s }
        """, """
        f.yaml:2:62: error RB2103: unknown unit 'Gb/s'; expected a bandwidth (GB/s)
          2 |   - { id: s, name: S, capacity: 2 TB, interface: sata, read: 550 Gb/s }
            |                                                              ^^^^^^^^
          help: write 'GB/s'; divide by 8 when bits are meant
          why: a small b stands for bits
        """);

    [Test]
    public void AllErrors_OfAnEntry_AreReportedAtOnce()
    {
        var codes = Read("""
            psus:
              - id: Not An Id
                name: ""
                power: 1000 mm
                efficiency: golden
                atx_version: three
                form_factor: [atx]
                connectors: [{ type: eps-8-pin, count: 0 }, { type: eps-8-pin, count: 1.5 }]
                released: 99999999999999999999
                price: { amount: 5 EUR }
                id: again
              - just a text
            """).Select(d => $"{d.Location!.Line}:{d.Code}");
        Assert.That(codes, Is.EqualTo(new[]
        {
            "2:RB2109", "3:RB2110", "4:RB2104", "5:RB2106", "6:RB2107", "7:RB2105", "8:RB2108", "8:RB2107", "9:RB2108", "10:RB2103", "11:RB2112", "12:RB2105",
        }));
    }

    [Test]
    public void Kind_Misspelt_IsSuggested() => Expect("gpu:\n  - { id: a }", """
        f.yaml:1:1: error RB2001: 'gpu' is not a kind of catalog entries
          1 | gpu:
            | ^^^
          help: did you mean 'gpus'?
        """);

    [Test]
    public void Values_ThatContradictEachOther_ArePointedAt() => Expect("""
        ssds:
          - { id: s, name: S, capacity: 2 TB, interface: sata, read: 550 MB/s, pcie: { gen: 4, lanes: 4 } }
        """, """
        f.yaml:2:80: error RB2113: ssd 's': a SATA drive has no PCIe link
          2 |   - { id: s, name: S, capacity: 2 TB, interface: sata, read: 550 MB/s, pcie: { gen: 4, lanes: 4 } }
            |                                                                                ^^^
          help: remove the key
        """);

    private static void Expect(string yaml, string expected) =>
        Assert.That(string.Join("\n", Read(yaml).Select(DiagnosticText.Render)), Is.EqualTo(expected));

    private static IReadOnlyList<Diagnostic> Read(string yaml) => CatalogReader.Read([new TextFile("f.yaml", yaml)]).Diagnostics;
}
