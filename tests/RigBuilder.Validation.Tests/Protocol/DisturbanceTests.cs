using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Runtime;
using RigBuilder.Validation.Tests.Fakes;

namespace RigBuilder.Validation.Tests.Protocol;

public sealed class DisturbanceTests
{
    private static readonly GpuState Braked = new("0000:01:00.0", default, default, [ClockBrake.Thermal]);

    private static TestRun Run(double? share, double seconds = 1) => new(128, Duration.FromSeconds(seconds), share);

    private static ImmutableArray<DisturbanceKind> Judge(FakeMachine machine, TestRun run) =>
        [.. RepetitionWatch.Begin(machine, run.CpuShare is null, default).End(run).Select(d => d.Kind)];

    [TestCase(0.97, 0)]
    [TestCase(0.969, 1)]
    [TestCase(1.02, 0)]
    public void CpuShare_BelowTheThreshold_IsADisturbance(double share, int count) =>
        Assert.That(Judge(new FakeMachine(), Run(share)), Is.EqualTo(Enumerable.Repeat(DisturbanceKind.CpuTaken, count)));

    [TestCase(0.05, 0)]
    [TestCase(0.06, 1)]
    public void OtherLoad_AboveATwentiethOfTheProcessors_IsADisturbance(double others, int count) =>
        Assert.That(Judge(new FakeMachine(others), Run(1)), Is.EqualTo(Enumerable.Repeat(DisturbanceKind.OtherLoad, count)));

    [Test]
    public void OtherLoad_InAShortRun_SaysNothing() => Assert.That(Judge(new FakeMachine(others: 0.4), Run(1, 0.1)), Is.Empty);

    [Test]
    public void StolenTimeAndHeat_Meanwhile_AreDisturbances()
    {
        Assert.That(Judge(new FakeMachine(stolen: 0.1), Run(1)), Is.EqualTo(new[] { DisturbanceKind.StolenTime }));
        Assert.That(Judge(new FakeMachine(throttles: 1), Run(1)), Is.EqualTo(new[] { DisturbanceKind.CpuThermal }));
    }

    [Test]
    public void Cards_InAGpuRun_AreAskedAndTheProcessorHardlyMatters()
    {
        var machine = new FakeMachine(others: 0.3)
        {
            Gpus = [Braked],
            Holders = [new VramHolder("0000:01:00.0", 7, "game", Bytes.FromGiB(2))],
        };
        Assert.That(Judge(machine, Run(null)), Is.EqualTo(new[] { DisturbanceKind.GpuBraked, DisturbanceKind.VramHeld }));
        Assert.That(Judge(machine, Run(1)), Is.EqualTo(new[] { DisturbanceKind.OtherLoad }), "cards that take no part are not asked");
    }

    [Test]
    public void IdleCheck_OfABusyMachine_TellsLoadNamesAndCards()
    {
        var report = new IdleCheck(new FakeMachine(others: 0.4) { Gpus = [Braked] }, 2, TimeSpan.Zero).Run(default);
        Assert.Multiple(() =>
        {
            Assert.That(report.OtherCpus, Is.EqualTo(0.8).Within(1e-9));
            Assert.That(report.Busiest.Single().Name, Is.EqualTo("hog"));
            Assert.That(report.Disturbances.Select(d => d.Kind), Is.EqualTo(new[] { DisturbanceKind.OtherLoad, DisturbanceKind.GpuBraked }));
            Assert.That(report.IsIdle, Is.False);
            Assert.That(new IdleCheck(new FakeMachine(), 2, TimeSpan.Zero).Run(default).IsIdle, Is.True);
        });
    }

    [Test]
    public void Stretch_OfAnInterruptedGeneration_IsTheFastestOne()
    {
        // 20 ms a token; between tokens 30 and 31 others take a second.
        var ends = Enumerable.Range(1, 64).Select(i => (i * 0.02) + (i > 30 ? 1 : 0)).ToArray();
        Assert.That(TokenStretch.Fastest(ends)!.Value.Value, Is.EqualTo(50).Within(1e-6));
        Assert.That(TokenStretch.Fastest(ends.AsSpan(0, TokenStretch.Tokens)), Is.Null, "too few tokens");
        Assert.That(TokenStretch.Fastest(new double[64]), Is.Null, "a clock that stands still");
    }

    [Test]
    public void Bandwidth_OfThisMachine_IsPlausible()
    {
        var report = new BandwidthProbe(2, Bytes.FromMiB(64)).Run(default, passes: 3);
        Assert.Multiple(() =>
        {
            Assert.That(report.ReadBest.Gigabytes, Is.GreaterThan(0));
            Assert.That(report.ReadMedian, Is.LessThanOrEqualTo(report.ReadBest));
            Assert.That(report.CopyMedian, Is.LessThanOrEqualTo(report.CopyBest));
            Assert.That(report.Buffer.MiB, Is.EqualTo(64).Within(1));
        });
    }

    [TestCase(0.5, 1.94)]
    [TestCase(0.97, 1)]
    [TestCase(1, 1)]
    public void LowerBound_OfADisturbedRun_CountsTheProcessorTimeItGot(double share, double factor)
    {
        var run = Run(share);
        Assert.That(run.LowerBound / run.Speed, Is.EqualTo(factor).Within(1e-9));
    }

    [Test]
    public void Bandwidth_BufferBesideTheCaches_IsSaidToBeFlattered()
    {
        var report = FakeMachine.Bandwidth with { Cache = Bytes.FromMiB(200) };
        Assert.That(report.IsCacheFlattered, Is.True);
        Assert.That((report with { Cache = Bytes.FromMiB(128) }).IsCacheFlattered, Is.False);
        Assert.That((report with { Cache = null }).IsCacheFlattered, Is.False);
    }

    [TestCase(32, 64, 256)]
    [TestCase(256, 64, 1024)]
    [TestCase(1024, 64, 4096)]
    [TestCase(4096, 64, 8192)]
    [TestCase(256, 1, 256)]
    public void Bandwidth_Buffer_IsSeveralTimesTheCacheAndNeverTooLarge(double cacheMib, double freeGib, double expectedMib) =>
        Assert.That(BandwidthProbe.BufferFor(Bytes.FromMiB(cacheMib), Bytes.FromGiB(freeGib)).MiB, Is.EqualTo(expectedMib));

    [Test]
    public void Bandwidth_WhenCancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.That(() => new BandwidthProbe(1, Bytes.FromMiB(16)).Run(cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }
}
