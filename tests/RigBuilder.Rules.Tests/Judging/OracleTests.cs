using System.Collections.Immutable;
using RigBuilder.Rules.Expressions.Types;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Model;
using RigBuilder.Rules.Reading;

namespace RigBuilder.Rules.Tests.Judging;

/// <summary>The judge says exactly what the naive oracle says, whatever was judged before or beside it.</summary>
public sealed class OracleTests
{
    [RandomCases(40)]
    public void Verdict_OfRandomRulesOverAnEditedRig_IsTheOracles(int seed)
    {
        var random = new Random(seed);
        var rules = RandomRules.Of(random);
        var judge = new RuleJudge(rules);
        var situation = RandomRigs.Situation(random);
        for (var step = 0; step < 12; step++)
        {
            AssertOracle(rules, situation, judge.Judge(situation), $"seed {seed}, step {step}");
            situation = RandomRigs.Edited(situation, random);
        }
    }

    [RandomCases(30)]
    public void Batch_OfRandomRigs_IsWhatEachIsAlone(int seed)
    {
        var random = new Random(seed);
        var rules = RandomRules.Of(random);
        Situation[] situations = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => RandomRigs.Situation(random))];
        situations = [.. situations, situations[0]];
        var batch = new RuleJudge(rules).Judge(situations);
        Assert.That(batch, Has.Length.EqualTo(situations.Length));
        for (var i = 0; i < situations.Length; i++)
        {
            AssertOracle(rules, situations[i], batch[i], $"seed {seed}, {i} of {situations.Length}");
            AssertSame(batch[i], new RuleJudge(rules).Judge(situations[i]), $"seed {seed}, {i} alone");
        }
    }

    [RandomCases(60)]
    public void ShippedRules_OnRandomRigs_SayWhatTheOracleSays(int seed)
    {
        var rigs = new Properties.RandomRigs(seed);
        Situation[] situations = [.. Enumerable.Range(0, 5).Select(_ => rigs.Next())];
        var vram = GivenFact.Find("gpu.vram", out _)!;
        situations[0] = situations[0] with { Assumed = ImmutableDictionary<Member, object>.Empty.Add(vram, GivenFact.Value(vram, "2 GiB", out _)!) };
        var verdicts = new RuleJudge(Repository.Rules).Judge(situations);
        for (var i = 0; i < situations.Length; i++) AssertOracle(Repository.Rules, situations[i], verdicts[i], $"seed {seed}, {i}");
    }

    [TestCaseSource(typeof(RandomRules), nameof(RandomRules.AllConditions))]
    public void Sample_Condition_IsValid(string condition) =>
        Assert.That(RigBuilder.Rules.Expressions.CheckedExpression.Condition(condition, RigBuilder.Rules.Facts.Vocabulary.FactVocabulary.Scope).Problems, Is.Empty);

    [Test]
    public void Verdict_OfTheSameSituationAfterDetours_IsTheSame()
    {
        var random = new Random(7);
        var judge = new RuleJudge(RandomRules.Of(random));
        var first = RandomRigs.Situation(random);
        var before = judge.Judge(first);
        for (var i = 0; i < 5; i++) judge.Judge(RandomRigs.Situation(random));
        AssertSame(judge.Judge(first), before, "after detours");
    }

    [Test]
    public void Verdict_WithoutForecast_NamesTheRulesThatFailedAndLeavesTheRestAlone()
    {
        var rules = RandomRules.Set(
        [
            new("failing", null, "plan.price > 0 USD", null, "costs {plan.price}", ["never"]), new("failing-message", null, null, null, "{plan.price}", ["still"]),
            new("no-gpu", null, "rig.gpu_count == 0", null, "no card", []), new("told", null, "tagged('still') and not tagged('never')", null, "tags of both", []),
        ]);
        var sound = RandomRigs.Situation(new Random(1)) with { Rig = Domain.Rigs.Rig.Empty };
        var judge = new RuleJudge(rules);
        var verdicts = judge.Judge([sound, sound with { Forecast = null! }, sound]);
        Assert.Multiple(() =>
        {
            Assert.That(verdicts[1].Failures.Select(f => f.RuleId), Is.EquivalentTo(new[] { "failing", "failing-message" }));
            Assert.That(Ids(verdicts[1]), Is.EqualTo(new[] { "no-gpu", "told" }));
            Assert.That(verdicts[0].Failures, Is.Empty);
            AssertSame(verdicts[0], verdicts[2], "beside a failure");
            AssertSame(judge.Judge(sound), verdicts[0], "after a failure");
        });
    }

    [Test]
    public void Tags_OfARuleThatNoLongerFires_AreGone()
    {
        var judge = new RuleJudge(RandomRules.Set(
        [
            new("dual", null, "rig.gpu_count >= 2", null, null, ["dual-gpu"]),
            new("dual-advice", null, "tagged('dual-gpu')", null, "two cards", []),
            new("single-advice", null, "not tagged('dual-gpu')", null, "not two cards", []),
        ]));
        var two = RandomRigs.WithGpus(2);
        var one = RandomRigs.WithGpus(1);
        Assert.Multiple(() =>
        {
            Assert.That(Ids(judge.Judge(two)), Is.EqualTo(new[] { "dual-advice" }));
            Assert.That(Ids(judge.Judge(one)), Is.EqualTo(new[] { "single-advice" }));
            Assert.That(judge.Judge(one).Tags, Is.Empty);
            Assert.That(judge.Judge([one, two, one]).Select(v => v.Tags.Count), Is.EqualTo(new[] { 0, 1, 0 }));
        });
    }

    [Test]
    public void Judge_WithoutRulesOrSituations_SaysNothing()
    {
        var judge = new RuleJudge(RuleSet.Empty);
        Assert.That(judge.Judge(RandomRigs.WithGpus(1)).Findings, Is.Empty);
        Assert.That(judge.Judge([]), Is.Empty);
    }

    private static IEnumerable<string> Ids(Verdict verdict) => verdict.Findings.Select(f => f.RuleId);

    private static void AssertOracle(RuleSet rules, Situation situation, Verdict verdict, string when)
    {
        var oracle = new Oracle(rules, situation);
        Assert.Multiple(() =>
        {
            Assert.That(Oracle.Told(verdict), Is.EqualTo(oracle.Findings), when);
            Assert.That(verdict.Tags.Order(StringComparer.Ordinal), Is.EqualTo(oracle.Tags), when);
            Assert.That(verdict.Failures, Is.Empty, when);
        });
    }

    private static void AssertSame(Verdict actual, Verdict expected, string when) => Assert.Multiple(() =>
    {
        Assert.That(actual.Findings, Is.EqualTo(expected.Findings), when);
        Assert.That(actual.Tags, Is.EqualTo(expected.Tags), when);
        Assert.That(actual.Failures, Is.EqualTo(expected.Failures), when);
    });
}
