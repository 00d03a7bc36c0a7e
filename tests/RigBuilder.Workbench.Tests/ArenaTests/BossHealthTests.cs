using RigBuilder.Validation.Child;
using RigBuilder.Validation.Report;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Workbench.Tests.ArenaTests;

/// <summary>The boss's health says what was measured, no more and no less.</summary>
public sealed class BossHealthTests
{
    private static Bout After(params IEnumerable<Message> messages) =>
        messages.Aggregate(new Bout(1, Opponent.Quest), (bout, m) => m is Message.BoutProgressed heard ? bout.Hearing(heard.Progress, heard.Elapsed) : bout);

    [Test]
    public void Health_BeforeTheFirstRepetition_IsFull()
    {
        Assert.That(BossHealth.Of(After()), Is.EqualTo(BossHealth.Full));
        Assert.That(BossHealth.Of(After(FixtureBout.Llama7.Again().UpToTheTests())), Is.EqualTo(BossHealth.Full));
    }

    [TestCase(13, 0)]
    [TestCase(40, 0)]
    [TestCase(5.75, 0.48)]
    public void Health_InTheEnd_IsHowFarTheSpeedStayedBelowTheRange(double speed, double left)
    {
        var bout = After(FixtureBout.Llama7.Again().Whole(380, speed));
        var low = bout.Row(SpeedTestKind.Generation)!.Low!.Value;
        var mean = bout.Measured.Of(SpeedTestKind.Generation)!.Mean.Value;
        Assert.That(BossHealth.Of(bout).Heart, Is.EqualTo(Math.Max(0, 1 - (mean / low))).Within(1e-9).And.EqualTo(left).Within(0.02));
        Assert.That(BossHealth.Of(bout).Guard, Is.Zero);
    }

    [Test]
    public void Health_WithEachRepetitionAtThePredictedSpeed_FallsByItsShare()
    {
        var story = FixtureBout.Llama7.Again();
        var messages = story.UpToTheTests().Append(story.WarmUp(SpeedTest.Prompt)).ToList();
        for (var done = 1; done <= 5; done++)
        {
            messages.Add(story.Repetition(SpeedTest.Prompt, 380));
            Assert.That(BossHealth.Of(After(messages)).Guard, Is.EqualTo(1 - (done / 5.0)).Within(1e-9));
        }
    }

    [Test]
    public void Health_InTheEnd_IsZeroExactlyWhenNoSpeedIsWorse()
    {
        foreach (var prompt in new[] { 200.0, 330, 500 })
        {
            foreach (var generation in new[] { 6.0, 11.4, 12, 20 })
            {
                var bout = After(FixtureBout.Llama7.Again().Whole(prompt, generation));
                var worse = bout.Rows.Any(r => r.Unit == FigureUnit.TokensPerSecond && r.Verdict == RowVerdict.Worse);
                Assert.That(BossHealth.Of(bout).Total > 1e-9, Is.EqualTo(worse), $"{prompt} {generation}");
            }
        }
    }
}
