using RigBuilder.Rules.Appraising;
using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Rules.Tests.Appraising;

public sealed class GradingTests
{
    [Test]
    public void Grade_WithoutQuest_IsNone() =>
        Assert.That(new Bench().Appraiser.Appraise(Build.Empty.With(PartKind.Gpu, new Selection("fast"))).Grade.Letter, Is.EqualTo('-'));

    [Test]
    public void Grade_FastEnoughAndQuiet_IsS() => Assert.That(Grade(new Bench(), "fast", "large").Letter, Is.EqualTo('S'));

    [Test]
    public void Grade_WithAnError_IsF_AndSaysWhy()
    {
        var grade = Grade(new Bench(), "fast", "small");
        Assert.That(grade.Letter, Is.EqualTo('F'));
        Assert.That(grade.Reasons, Is.EqualTo(new[] { "too few" }));
    }

    [Test]
    public void Grade_WarningsCostMoreThanAdvice_AndBothLessThanAnError()
    {
        var warning = Grade(new Bench { Severity = Severity.Warning }, "fast", "small").Score;
        var advice = Grade(new Bench { Severity = Severity.Advice }, "fast", "small").Score;
        Assert.That(warning, Is.LessThan(advice).And.GreaterThan(0));
        Assert.That(advice, Is.LessThan(100));
    }

    [Test]
    public void Grade_OfAWarningWithPoints_LosesJustThose()
    {
        var grade = Grade(new Bench { Severity = Severity.Warning, Points = 30 }, "fast", "small");
        Assert.That(grade.Score, Is.EqualTo(70));
        Assert.That(grade.Reasons, Is.EqualTo(new[] { "-30  too few" }));
        Assert.That(grade.Provisional, Is.False);
    }

    [Test]
    public void Grade_OfAWarningWithoutPoints_IsFullAndProvisional()
    {
        var grade = Grade(new Bench { Severity = Severity.Warning, Points = 0 }, "fast", "small");
        Assert.That(grade, Is.EqualTo(new Grade('S', 100, []) { Provisional = true }).Using<Grade, Grade>((a, b) => a.Letter == b.Letter && a.Score == b.Score && a.Provisional == b.Provisional && b.Reasons.SequenceEqual(a.Reasons)));
    }

    [Test]
    public void Grade_BelowTheWishedSpeed_FallsWithTheShortfall()
    {
        var near = Appraise(new Bench(), Bench.Quested(target: 12), "slow").Grade.Score;
        var far = Appraise(new Bench(), Bench.Quested(target: 60), "slow").Grade.Score;
        Assert.That(far, Is.LessThan(near));
        Assert.That(near, Is.LessThan(100));
    }

    private static Grade Grade(Bench bench, string gpu, string psu) =>
        bench.Appraiser.Appraise(Bench.Quested().With(PartKind.Gpu, new Selection(gpu)).With(PartKind.Psu, new Selection(psu))).Grade;

    private static Appraisal Appraise(Bench bench, Build build, string gpu) => bench.Appraiser.Appraise(build.With(PartKind.Gpu, new Selection(gpu)));
}
