using System.Collections.Immutable;
using RigBuilder.Rules.Judging;
using RigBuilder.Rules.Evaluation;
using RigBuilder.Rules.Expressions;
using RigBuilder.Rules.Facts;
using RigBuilder.Rules.Facts.Vocabulary;

namespace RigBuilder.Rules.Tests.Properties;

public class EvaluationPropertyTests
{
    private static readonly ImmutableHashSet<string> Tags = ["a-tag"];

    [RandomCases(200)]
    public void Evaluation_OfRandomConditions_AgreesWithTheOracle(int seed)
    {
        var situation = new RandomRigs(seed).Next();
        var expressions = new RandomExpressions(seed);
        for (var i = 0; i < 20; i++)
        {
            var text = expressions.Condition();
            var read = CheckedExpression.Condition(text, FactVocabulary.Scope);
            if (read.Problems is [{ Code: ExpressionCodes.TooLarge }]) continue;
            Assert.That(read.Problems, Is.Empty, text);
            var facts = new RigFacts(situation);
            var frame = new EvaluationFrame();
            frame.Begin(facts, null);
            frame.Assert("a-tag");
            frame.Refuel();
            var actual = Compiler.Truth(read.Root!)(frame);
            var expected = new ExpressionOracle(facts, Tags.Contains).Eval(read.Root!) switch { true => Truth.True, false => Truth.False, _ => Truth.Unknown };
            Assert.That(actual, Is.EqualTo(expected), text);
        }
    }

    [RandomCases(150)]
    public void Judging_RandomRigs_NeverFailsAndIsOrdered(int seed)
    {
        var verdict = new RuleJudge(Repository.Rules).Judge(new RandomRigs(seed).Next());
        Assert.Multiple(() =>
        {
            Assert.That(verdict.Failures, Is.Empty);
            Assert.That(verdict.Findings, Is.Ordered.Using((System.Collections.IComparer)new Order()));
            Assert.That(verdict.Findings.Where(f => f.Message.Contains('{', StringComparison.Ordinal) || f.Message.Contains("NaN", StringComparison.Ordinal)), Is.Empty);
        });
    }

    [RandomCases(30)]
    public void Judging_WithAHistory_GivesWhatAFreshJudgeGives(int seed)
    {
        var rigs = new RandomRigs(seed);
        var old = new RuleJudge(Repository.Rules);
        for (var i = 0; i < 5; i++)
        {
            var situation = rigs.Next();
            var fresh = new RuleJudge(Repository.Rules);
            Assert.That(Text(old.Judge(situation)), Is.EqualTo(Text(fresh.Judge(situation))));
        }
    }

    private static string Text(Verdict verdict) =>
        string.Join('\n', verdict.Findings.Select(f => f.ToString())) + string.Join(',', verdict.Tags) + string.Join(',', verdict.Failures);

    private sealed class Order : System.Collections.IComparer
    {
        public int Compare(object? x, object? y) => FindingOrder.Instance.Compare((RigBuilder.Domain.Findings.Finding?)x, (RigBuilder.Domain.Findings.Finding?)y);
    }
}
