using System.Diagnostics;
using RigBuilder.Validation.Bandwidth;

namespace RigBuilder.Validation.Tests.Protocol;

/// <summary>What becomes of the moments at which windows of reading ended.</summary>
public sealed class WindowTimesTests
{
    [Test]
    public void Speeds_WithOneBurstAndManyInterruptions_LeaveBothOut()
    {
        // Of 100 windows of 1 MB after the warm-up one takes half a millisecond, 60 take one, and 39 are interrupted for ten.
        var times = new WindowTimes(1, 100);
        var now = 0.0;
        times.Pass(0);
        times.Pass(Ticks(now += 0.1));
        for (var window = 0; window < 100; window++)
            times.Pass(Ticks(now += window == 50 ? 0.0005 : window % 5 < 3 ? 0.001 : 0.010));
        Assert.Multiple(() =>
        {
            Assert.That(times.Best(1e6).Gigabytes, Is.EqualTo(1).Within(0.01));
            Assert.That(times.Steady(1e6).Gigabytes, Is.EqualTo(1).Within(0.01));
            Assert.That(times.Median(1e6).Gigabytes, Is.EqualTo(1).Within(0.01));
        });
    }

    [Test]
    public void Speeds_OfASteadyMajority_AreOrdered()
    {
        var times = new WindowTimes(2, 50);
        var now = 0.0;
        times.Pass(0);
        for (var window = 0; window < 102; window++) times.Pass(Ticks(now += 0.001 + (window % 10 * 0.0001)));
        Assert.That(times.Best(2e6).Gigabytes, Is.EqualTo(1).Within(0.01));
        Assert.That(times.Steady(2e6).Gigabytes, Is.EqualTo(1 / 1.2).Within(0.01));
        Assert.That(times.Median(2e6).Gigabytes, Is.LessThan(times.Steady(2e6).Gigabytes));
    }

    private static long Ticks(double seconds) => (long)Math.Round(seconds * Stopwatch.Frequency);
}
