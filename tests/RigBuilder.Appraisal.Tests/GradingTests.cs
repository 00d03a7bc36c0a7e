using RigBuilder.Domain.Findings;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;

namespace RigBuilder.Appraisal.Tests;

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
        Assert.That(grade.Reasons, Is.EqualTo(new[] { "Watts" }));
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
