using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Engine;
using RigBuilder.Rules.Model;

namespace RigBuilder.Rules.Tests.Judging;

/// <summary>NRules says exactly what the direct evaluator says, whatever was judged before.</summary>
public sealed class NRulesEquivalenceTests
{
    [RandomCases(40)]
    public void Verdict_OfRandomRulesOverAnEditedRig_IsTheDirectEvaluators(int seed)
    {
        var random = new Random(seed);
        var rules = RandomRules.Of(random);
        using var session = new NRulesEngine().Open(rules);
        using var oracle = new DirectEngine().Open(rules);
        var situation = RandomRigs.Situation(random);
        for (var step = 0; step < 12; step++)
        {
            AssertSame(session.Judge(situation), oracle.Judge(situation), $"seed {seed}, step {step}");
            situation = RandomRigs.Edited(situation, random);
        }
    }

    [TestCaseSource(typeof(RandomRules), nameof(RandomRules.AllConditions))]
    public void Sample_Condition_IsValid(string condition) =>
        Assert.That(RigBuilder.Rules.Expressions.CheckedExpression.Condition(condition, RigBuilder.Rules.Facts.Vocabulary.FactVocabulary.Scope).Problems, Is.Empty);

    [Test]
    public void Verdict_OfTheSameSituationAfterDetours_IsTheSame()
    {
        var random = new Random(7);
        var rules = RandomRules.Of(random);
        using var session = new NRulesEngine().Open(rules);
        var first = RandomRigs.Situation(random);
        var before = session.Judge(first);
        for (var i = 0; i < 5; i++) session.Judge(RandomRigs.Situation(random));
        AssertSame(session.Judge(first), before, "after detours");
    }

    [Test]
    public void Verdict_WithoutForecast_NamesTheRulesThatFailed()
    {
        var rules = RandomRules.Set([new("plan-price", null, "plan.price > 0 USD", null, "costs {plan.price}", []), new("no-gpu", null, "rig.gpu_count == 0", null, "no card", [])]);
        var broken = RandomRigs.Situation(new Random(1)) with { Rig = Domain.Rigs.Rig.Empty, Forecast = null! };
        using var session = new NRulesEngine().Open(rules);
        var verdict = session.Judge(broken);
        Assert.Multiple(() =>
        {
            Assert.That(verdict.Failures.Select(f => f.RuleId), Is.EqualTo(new[] { "plan-price" }));
            Assert.That(verdict.Findings.Select(f => f.RuleId), Is.EqualTo(new[] { "no-gpu" }));
        });
    }

    [Test]
    public void Tags_OfARuleThatNoLongerFires_AreGone()
    {
        var rules = RandomRules.Set(
        [
            new("dual", null, "rig.gpu_count >= 2", null, null, ["dual-gpu"]),
            new("dual-advice", null, "tagged('dual-gpu')", null, "two cards", []),
            new("single-advice", null, "not tagged('dual-gpu')", null, "not two cards", []),
        ]);
        using var session = new NRulesEngine().Open(rules);
        var two = RandomRigs.WithGpus(2);
        var one = RandomRigs.WithGpus(1);
        Assert.Multiple(() =>
        {
            Assert.That(Ids(session.Judge(two)), Is.EqualTo(new[] { "dual-advice" }));
            Assert.That(Ids(session.Judge(one)), Is.EqualTo(new[] { "single-advice" }));
            Assert.That(session.Judge(one).Tags, Is.Empty);
            Assert.That(Ids(session.Judge(two)), Is.EqualTo(new[] { "dual-advice" }));
        });
    }

    [Test]
    public void Engine_WithoutRules_SaysNothing()
    {
        using var session = new NRulesEngine().Open(RuleSet.Empty);
        Assert.That(session.Judge(RandomRigs.WithGpus(1)).Findings, Is.Empty);
    }

    private static IEnumerable<string> Ids(Verdict verdict) => verdict.Findings.Select(f => f.RuleId);

    private static void AssertSame(Verdict actual, Verdict expected, string when) => Assert.Multiple(() =>
    {
        Assert.That(actual.Findings, Is.EqualTo(expected.Findings), when);
        Assert.That(actual.Tags, Is.EqualTo(expected.Tags), when);
        Assert.That(actual.Failures, Is.EqualTo(expected.Failures), when);
    });
}
