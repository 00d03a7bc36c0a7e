using System.Collections.Immutable;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Workloads;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Explaining;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Linting;
using RigBuilder.Rules.Model;
using RigBuilder.Rules.Reading;
using RigBuilder.Rules.Testing;
using RigBuilder.Yaml.Files;
using RigBuilder.Yaml.Rules;

namespace RigBuilder.Rules.Tests.Judging;

public class RuleJudgeTests
{
    [TestCase("when: rig.gpu_count == 2\nmessage: two", 1)]
    [TestCase("when: rig.gpu_count == 1\nmessage: one", 0)]
    [TestCase("require: rig.gpu_count == 2\nmessage: not two", 0)]
    [TestCase("require: rig.gpu_count == 1\nmessage: not one", 1)]
    [TestCase("when: rig.gpu_count == 2\nrequire: rig.gpu_count == 1\nmessage: m", 1)]
    [TestCase("require: psu.watts > 1 W\nmessage: no supply, so silent", 0)]
    [TestCase("when: psu.watts > 1 W or rig.gpu_count == 2\nmessage: the known half decides", 1)]
    [TestCase("when: 1 / (rig.gpu_count - 2) > 0\nmessage: a division by zero is unknown", 0)]
    [TestCase("for: gpu in rig.gpus\nwhen: gpu.vram > 1 GiB\nmessage: m", 2)]
    [TestCase("for: gpu in rig.gpus\nwhen: gpu.number == 2\nmessage: m", 1)]
    [TestCase("for: slot in board.pcie_slots\nwhen: true\nmessage: no board", 0)]
    public void Rule_OnTwoCards_FiresAsDocumented(string body, int findings) =>
        Assert.That(Judge(Set(("a", body)), TwoCards).Findings, Has.Length.EqualTo(findings));

    [Test]
    public void Tags_ThroughSeveralRules_ChainForward()
    {
        var rules = Set(("a-last", "when: tagged('middle')\nmessage: reached"), ("m", "when: tagged('first')\nasserts: middle"), ("z-first", "when: rig.gpu_count > 1\nasserts: first"));
        var verdict = Judge(rules, TwoCards);
        Assert.That(verdict.Findings.Single().Message, Is.EqualTo("reached"));
        Assert.That(verdict.Tags, Is.EqualTo(new[] { "first", "middle" }));
        Assert.That(Judge(rules, Empty).Tags, Is.Empty);
    }

    [Test]
    public void Tag_AssertedByTwoRules_HoldsIfEitherFires()
    {
        var rules = Set(("a", "when: rig.gpu_count == 2\nasserts: some"), ("b", "when: rig.gpu_count <= 2\nasserts: some"), ("c", "when: tagged('some')\nmessage: m"));
        Assert.That(Judge(rules, TwoCards).Findings, Has.Length.EqualTo(1));
        Assert.That(Judge(rules, Empty).Findings, Has.Length.EqualTo(1));
    }

    // 50 × 50 × 50 elements are more than the budget of 100,000.
    [TestCase("count(count(count(c.number > 0 for c in rig.gpus) > 0 for b in rig.gpus) > 0 for a in rig.gpus)")]
    [TestCase("sum(sum(sum(c.number for c in rig.gpus) for b in rig.gpus) for a in rig.gpus)")]
    [TestCase("min(min(min(c.number for c in rig.gpus) for b in rig.gpus) for a in rig.gpus)")]
    [TestCase("max(max(max(c.number for c in rig.gpus) for b in rig.gpus) for a in rig.gpus)")]
    public void Loops_BeyondTheBudgetOfElements_AreUnknown(string loops)
    {
        var rules = Set(("known", $"when: present({loops})\nmessage: m"), ("unknown", $"when: not present({loops})\nmessage: m"), ("other", "when: true\nmessage: m"));
        Assert.That(Judge(rules, Cards(50)).Findings.Select(f => f.RuleId), Is.EqualTo(new[] { "other", "unknown" }));
        Assert.That(Judge(rules, Cards(5)).Findings.Select(f => f.RuleId), Is.EqualTo(new[] { "known", "other" }));
    }

    [Test]
    public void Findings_OfSeveralRules_AreOrderedBySeverityIdAndElement()
    {
        var rules = Set(("b", "for: gpu in rig.gpus\nwhen: true\nmessage: '{gpu.number}'"), ("a", "when: true\nmessage: a"), ("c", "when: true\nmessage: c", "error"));
        Assert.That(Judge(rules, TwoCards).Findings.Select(f => f.RuleId + f.Subject), Is.EqualTo(new[] { "c", "a", "bgpu 1", "bgpu 2" }));
    }

    [TestCase("{gpu.vram} {gpu.vram:decimal}", "24 GiB 25.77 GB")]
    [TestCase("{psu.watts} {psu.name} {psu.efficiency}", "unknown unknown unknown")]
    [TestCase("{rig.gpu_names} {{x}}", "2× NVIDIA GeForce RTX 3090 {x}")]
    [TestCase("{gpu.vendor} {gpu.vendor == nvidia} {rig.gpu_count / 3:percent} {gpu.released}", "NVIDIA yes 67 % 2020")]
    [TestCase("{list(card.name for card in rig.gpus)}", "NVIDIA GeForce RTX 3090")]
    public void Message_WithPlaceholders_PrintsWithUnits(string message, string text) =>
        Assert.That(Judge(Set(("a", $"when: true\nmessage: \"{message}\"")), TwoCards).Findings.Single().Message, Is.EqualTo(text));

    [Test]
    public void AssumedFigures_StandInForRealOnes()
    {
        var member = GivenFact.Find("gpu.vram", out _)!;
        var situation = TwoCards with { Assumed = ImmutableDictionary<Member, object>.Empty.Add(member, GivenFact.Value(member, "2 GiB", out _)!) };
        Assert.That(Judge(Set(("a", "when: all(card.vram == 2 GiB for card in rig.gpus)\nmessage: m")), situation).Findings, Has.Length.EqualTo(1));
    }

    [Test]
    public void Explanation_OfASilentRule_SaysWhatIsMissing()
    {
        var rules = Set(("a", "when: psu.watts > cpu.tdp\nmessage: m"), ("b", "for: gpu in rig.gpus\nrequire: gpu.link_lanes >= 8\nmessage: m"));
        var explainer = new RuleExplainer(rules);
        Assert.That(ExplanationText.Describe(explainer.Explain(rules.Find("a")!, TwoCards).Elements[0]), Is.EqualTo("silent: the psu slot is empty"));
        Assert.That(ExplanationText.Describe(explainer.Explain(rules.Find("b")!, TwoCards).Elements[1]), Is.EqualTo("silent: gpu.link_lanes is not known"));
    }

    [Test]
    public void Explanation_AsText_ShowsTheTreeWithValues()
    {
        var rules = Set(("a", "when: rig.gpu_count > 1 and any(card.vram >= 24 GiB for card in rig.gpus)\nmessage: \"{rig.vram}\"\ncure: Sell one.\nwhy: Because."));
        Assert.That(ExplanationText.Render(new RuleExplainer(rules).Explain(rules.Find("a")!, TwoCards)), Is.EqualTo("""
            a (info): T a
              fires
                when rig.gpu_count > 1 and any(card.vram >= 24 GiB for card in rig.gpus)  yes
                  rig.gpu_count > 1                                     yes
                    rig.gpu_count                                       2
                  any(card.vram >= 24 GiB for card in rig.gpus)         yes
                    card 1: card.vram >= 24 GiB                         yes
                      card.vram                                         24 GiB
                    card 2: card.vram >= 24 GiB                         yes
                      card.vram                                         24 GiB
                says: 48 GiB
                cure: Sell one.
              why: Because.

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Linter_OnASloppySet_NamesEverySlip()
    {
        var rules = Set(
            ("a", "when: 1 < 2\nmessage: m\nasserts: nobody-asks"), ("b", "require: psu.watts > 100 W\nmessage: bare", "error"),
            ("c", "when: true\nmessage: m\ntitle: T a"), ("d", "when: true\nmessage: m\ndeprecated: { since: 1, reason: r, replaced_by: nowhere }"));
        var codes = RuleLinter.Lint(rules).Select(d => d.Code).Distinct().Order();
        Assert.That(codes, Is.EqualTo(new[] { "RB3401", "RB3402", "RB3403", "RB3404", "RB3405", "RB3406", "RB3407", "RB3408" }));
    }

    [TestCase("- fires: { psu: corsair-cx450 }", "expected it to fire on corsair-cx450, but it is silent: what it requires holds (psu.watts = 450 W)")]
    [TestCase("- silent: { psu: corsair-cx450, given: { psu.watts: 1 W } }", "expected silence on corsair-cx450 with psu.watts = 1 W, but it says: 1 W only")]
    [TestCase("- fires: { gpu: rtx-3090 }", "expected it to fire on rtx-3090, but it is silent: the psu slot is empty (psu = nothing there)")]
    [TestCase("- fires: { psu: corsair-cx451 }", "the catalog has no psu 'corsair-cx451'; did you mean 'corsair-cx450'?")]
    [TestCase("- silent: { model: lama-7b }", "the catalog has no model 'lama-7b'; did you mean 'llama-7b'?")]
    [TestCase("- fires: { psu: corsair-cx450, given: { psu.watts: 1 W } }\n    message: 2 W", "expected '2 W' in the message, but it says: 1 W only")]
    [TestCase("- fires: { psu: corsair-cx450, given: { psu.watts: 1 W } }\n    count: 2", "expected 2 findings on corsair-cx450 with psu.watts = 1 W, but there are 1")]
    [TestCase("- fires: { psu: corsair-cx450, given: { psu.watts: 1 W } }\n    cure: x", "expected 'x' in the cure, but it says: nothing")]
    [TestCase("- fires: { psu: corsair-cx450, given: { psu.watts: 1 W } }\n    message: 1 W", null)]
    public void RuleTest_ThatFails_SaysWhy(string test, string? failure)
    {
        var rules = Set(("a", $"require: psu.watts > 100 W\nmessage: \"{{psu.watts}} only\"\ntests:\n  {test}"));
        var result = new RuleTestRunner(Repository.Catalog, Repository.Forecaster).Run(rules).Single();
        Assert.That(result.Failure, Is.EqualTo(failure));
        Assert.That(result.ToDiagnostic()?.Location?.Line, Is.EqualTo(failure is null ? null : (int?)7));
    }

    private static Situation TwoCards { get; } = Cards(2);

    private static Situation Cards(int count) => Situation(new Rig { Gpus = [.. Enumerable.Repeat(Repository.Catalog.Gpus.Find("rtx-3090")!, count)] });

    private static Situation Empty { get; } = Situation(Rig.Empty);

    private static Situation Situation(Rig rig) => new(rig, new Quest(), Repository.Forecaster.Predict(rig, new Quest()));

    private static Verdict Judge(RuleSet rules, Situation situation) => new RuleJudge(rules).Judge(situation);

    private static RuleSet Set(params (string Id, string Body)[] rules) => Set([.. rules.Select(r => (r.Id, r.Body, "info"))]);

    private static RuleSet Set(params (string Id, string Body, string Severity)[] rules)
    {
        var load = RuleReader.Read([.. rules.Select(r => new TextFile(r.Id + ".yaml", $"id: {r.Id}\n{(r.Body.Contains("title:", StringComparison.Ordinal) ? "" : $"title: T {r.Id}\n")}severity: {r.Severity}\n{r.Body}"))]);
        Assert.That(load.Diagnostics, Is.Empty);
        return load.Rules;
    }

    private static RuleSet Set((string, string) a, (string, string) b, (string, string, string) c) => Set((a.Item1, a.Item2, "info"), (b.Item1, b.Item2, "info"), c);

    private static RuleSet Set((string, string) a, (string, string, string) b, (string, string) c, (string, string) d) =>
        Set((a.Item1, a.Item2, "info"), b, (c.Item1, c.Item2, "info"), (d.Item1, d.Item2, "info"));
}
