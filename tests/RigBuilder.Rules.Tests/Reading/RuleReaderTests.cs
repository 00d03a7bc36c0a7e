using RigBuilder.Domain.Diagnostics;
using RigBuilder.Domain.Parts;
using RigBuilder.Rules.Testing;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rules;

namespace RigBuilder.Rules.Tests.Reading;

public class RuleReaderTests
{
    private const string Good = """
        id: psu-holds
        title: The supply holds the load
        severity: error
        when: present(psu)
        require: plan.watts_rated <= psu.watts
        message: "{psu.name} gives {psu.watts}; the parts draw {plan.watts_rated}."
        cure: Take {plan.watts_recommended} or more.
        fix: { slot: psu, where: psu.watts >= plan.watts_recommended }
        why: It shuts down.
        source: { seed: 4, known_gaps: none }
        since: 0.1
        tests:
          - fires: { psu: small, gpu: [big, { id: big, count: 2 }], model: m, given: { plan.watts_rated: 751 W, psu.watts: 750 W } }
            message: [751 W, 750 W]
          - silent: { psu: small }
          - boundary: { psu: small, given: { plan.watts_rated: 750 W, psu.watts: 750 W } }
            expect: silent
        """;

    [Test]
    public void Rule_WithEveryKey_IsRead()
    {
        var read = RuleReader.ReadRule(new TextFile("rules/psu-holds.yaml", Good));
        Assert.That(read.Diagnostics, Is.Empty);
        var rule = read.Value!;
        Assert.Multiple(() =>
        {
            Assert.That(rule.Require!.Text, Is.EqualTo("plan.watts_rated <= psu.watts"));
            Assert.That(rule.Fix!.Slot, Is.EqualTo(PartKind.Psu));
            Assert.That(rule.Source!.Seed, Is.EqualTo(new[] { 4 }));
            Assert.That(rule.Tests.Select(t => t.Kind), Is.EqualTo(new[] { RuleTestKind.Fires, RuleTestKind.Silent, RuleTestKind.Boundary }));
            Assert.That(rule.Tests[0].Given.Values, Is.EquivalentTo(new object[] { 751.0, 750.0 }));
            Assert.That(rule.Tests[0].Build[PartKind.Gpu].Sum(s => s.Count), Is.EqualTo(3));
            Assert.That(rule.Tests[2].ExpectsFiring, Is.False);
        });
    }

    [Test]
    public void Rule_WithMistakesEverywhere_ReportsAllAtTheirPlaces()
    {
        var text = Good.Replace("psu.watts\nmessage", "24 GiB\nmessage", StringComparison.Ordinal)
            .Replace("{psu.name}", "{psu.nam}", StringComparison.Ordinal)
            .Replace("psu.watts >= plan", "psu.watts >= 3 * plan.weights + plan", StringComparison.Ordinal)
            .Replace("plan.watts_rated: 751 W", "plan.watts_rated: 751 GiB", StringComparison.Ordinal)
            .Replace("severity: error", "severity: eror", StringComparison.Ordinal)
            .Replace("why:", "whi:", StringComparison.Ordinal);
        var read = RuleReader.ReadRule(new TextFile("psu-holds.yaml", text));
        Assert.That(read.Value, Is.Null);
        Assert.That(read.Diagnostics.Select(d => $"{d.Location!.Line}:{d.Location.Column} {d.Code}"), Is.EqualTo(new[]
        {
            "3:11 RB3106", "5:30 RB3203", "6:16 RB3202", "8:58 RB3203", "9:1 RB3101", "13:98 RB3203",
        }));
    }

    [Test]
    public void Diagnostic_InAnExpression_ShowsTheLineWithACaret()
    {
        var text = Good.Replace("<= psu.watts", "<= psu.wats", StringComparison.Ordinal);
        var diagnostic = RuleReader.ReadRule(new TextFile("psu-holds.yaml", text)).Diagnostics.Single();
        Assert.That(DiagnosticText.Render(diagnostic), Is.EqualTo("""
            psu-holds.yaml:5:34: error RB3202: psu has no member 'wats'
              5 | require: plan.watts_rated <= psu.wats
                |                                  ^^^^
              help: did you mean 'watts'?
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Rule_InAFileOfAnotherName_IsReported() =>
        Assert.That(RuleReader.ReadRule(new TextFile("other.yaml", Good)).Diagnostics.Single().Code, Is.EqualTo("RB3302"));

    [TestCase("id: a\ntitle: A\nseverity: info\nmessage: x", "RB3305")]
    [TestCase("id: a\ntitle: A\nseverity: info\nwhen: true", "RB3305")]
    [TestCase("id: a\ntitle: A\nseverity: info\nfor: rig.gpus\nwhen: true\nmessage: x", "RB3201")]
    [TestCase("id: a\ntitle: A\nseverity: info\nfor: gpu in rig.gpu_count\nwhen: true\nmessage: x", "RB3203")]
    [TestCase("id: a\ntitle: A\nseverity: info\nwhen: true\nmessage: 'x {gpu}'", "RB3208")]
    [TestCase("id: a\ntitle: A\nseverity: info\nwhen: true\nmessage: 'x {gpu.vram:percentage}'", "RB3208")]
    [TestCase("id: a\ntitle: A\nseverity: info\nwhen: true\nmessage: 'x {gpu.vram'", "RB3208")]
    [TestCase("id: a\ntitle: A\nseverity: info\nwhen: true\nmessage: 'x } y'", "RB3208")]
    [TestCase("id: a\ntitle: A\nseverity: info\nwhen: true\nmessage: x\ntests: [{ boundary: {} }]", "RB3113")]
    [TestCase("id: a\ntitle: A\nseverity: info\nwhen: true\nmessage: x\ntests: [{ fires: { given: { rig.gpus: 1 } } }]", "RB3306")]
    [TestCase("", "RB1003")]
    [TestCase("- a", "RB3105")]
    public void Rule_WithAMistake_GetsItsCode(string text, string code) =>
        Assert.That(RuleReader.ReadRule(new TextFile("a.yaml", text)).Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { code }));

    [Test]
    public void Set_WithDuplicateCycleAndUndefinedTag_KeepsWhatIsGood()
    {
        var load = RuleReader.Read([
            File("x/a", "when: tagged('b-tag')\nasserts: a-tag"), File("x/b", "when: tagged('a-tag')\nasserts: b-tag"),
            File("x/c", "when: tagged('nowhere')\nmessage: m"), File("x/d", "when: true\nmessage: m"), File("y/d", "when: true\nmessage: m"),
        ]);
        Assert.That(load.Diagnostics.Select(d => d.Code).Order(), Is.EqualTo(new[] { "RB3301", "RB3303", "RB3304", "RB3304" }));
        Assert.That(load.Rules.Rules.Select(r => r.Id), Is.EqualTo(new[] { "c", "d" }));
    }

    [Test]
    public void Overlay_WithTheIdOfAShippedRule_ReplacesIt()
    {
        var load = RuleReader.Read([new TextFolder("a", [File("a", "when: true\nmessage: old")], []), new TextFolder("b", [File("a", "when: true\nmessage: new")], [])]);
        Assert.That(load.Rules.Rules.Single().Message!.Text, Is.EqualTo("new"));
    }

    [Test]
    public void DeprecatedRule_IsKeptButNotJudged()
    {
        var load = RuleReader.Read([File("a", "when: true\nmessage: m\ndeprecated: { since: 0.2, reason: wrong, replaced_by: b }")]);
        Assert.That(load.Diagnostics, Is.Empty);
        Assert.That(load.Rules.Rules, Is.Empty);
        Assert.That(load.Rules.Find("a")!.Deprecated!.ReplacedBy, Is.EqualTo("b"));
    }

    private static TextFile File(string path, string body) => new(path + ".yaml", $"id: {Path.GetFileName(path)}\ntitle: T {path}\nseverity: info\n{body}\n");
}
