using RigBuilder.Domain.Units;
using RigBuilder.Validation.Child;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Tests.Child;

public sealed class InferenceJobTests
{
    private static readonly InferenceJob Job = new()
    {
        Load = new LoadOptions { ModelPath = "" },
        Context = new ContextOptions { Context = 512, Threads = 1 },
        Repetitions = 5,
        SecondsPerTest = 15,
    };

    [TestCase(512, 6, Description = "quick: a warm-up and all five")]
    [TestCase(64, 24, Description = "a second repetition ends after 15 s")]
    [TestCase(2, 768, Description = "slow: two are made however long they take")]
    public void ExpectedTime_OfAPrompt_IsWarmUpAndRepetitions(double speed, double seconds) =>
        Assert.That(Job.Expected(SpeedTest.Prompt, TokensPerSecond.FromValue(speed)).Seconds, Is.EqualTo(seconds).Within(1e-9));

    [TestCase(128, 5.03125)]
    [TestCase(1, 44)]
    public void ExpectedTime_OfAGeneration_IsCutWhereTheJobCutsIt(double speed, double seconds) =>
        Assert.That((Job with { CutAfterSeconds = 40 }).Expected(SpeedTest.Generation, TokensPerSecond.FromValue(speed)).Seconds, Is.EqualTo(seconds).Within(1e-9));
}
