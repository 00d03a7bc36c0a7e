using RigBuilder.Domain.Units;
using RigBuilder.Validation.Bandwidth;
using RigBuilder.Validation.Disturbance;
using RigBuilder.Validation.Runtime;

namespace RigBuilder.Validation.Tests.Protocol;

public sealed class DisturbanceTests
{
    private static MachineSnapshot At(double seconds, double? busy, double own, long? throttles = 0) =>
        new(Duration.FromSeconds(seconds), busy is { } b ? Duration.FromSeconds(b) : null, Duration.FromSeconds(own), throttles);

    private static TestRun Run(double? share, double seconds = 1) => new(128, Duration.FromSeconds(seconds), share);

    [TestCase(0.97, 0)]
    [TestCase(0.969, 1)]
    [TestCase(1.02, 0)]
    public void CpuShare_BelowTheThreshold_IsADisturbance(double share, int count) =>
        Assert.That(new RepetitionJudge(2).Judge(Run(share), At(0, 0, 0), At(1, 1, 1)), Has.Length.EqualTo(count));

    [Test]
    public void CpuShare_OfAGpuRun_SaysNothing() =>
        Assert.That(new RepetitionJudge(2).Judge(Run(null), At(0, 0, 0), At(1, 0, 0)), Is.Empty);

    [TestCase(1.09, 0)]
    [TestCase(1.11, 1)]
    public void OtherLoad_AboveATwentiethOfTheCpus_IsADisturbance(double busy, int count) =>
        Assert.That(new RepetitionJudge(2).Judge(Run(1), At(0, 0, 0), At(1, busy, 1)), Has.Length.EqualTo(count));

    [Test]
    public void OtherLoad_InAShortRun_SaysNothing() =>
        Assert.That(new RepetitionJudge(2).Judge(Run(1, 0.1), At(0, 0, 0), At(0.1, 0.2, 0.1)), Is.Empty);

    [Test]
    public void Throttling_Meanwhile_IsADisturbance() =>
        Assert.That(new RepetitionJudge(2).Judge(Run(1), At(0, 0, 0, 5), At(1, 1, 1, 6)), Is.EqualTo(new[] { DisturbanceKind.Throttled }));

    [Test]
    public void UnknownCounters_NeverAccuse() =>
        Assert.That(new RepetitionJudge(2).Judge(Run(1), At(0, null, 0, null), At(1, null, 1, null)), Is.Empty);

    [Test]
    public void ProcStat_OfACpuLine_CountsEverythingButIdle()
    {
        // user nice system idle iowait irq softirq steal
        Assert.That(LocalMachineWatch.BusyCpu("cpu  100 10 50 9999 77 5 5 30 0 0\ncpu0 1 2 3")!.Value.Seconds, Is.EqualTo(2.0).Within(1e-9));
        Assert.That(LocalMachineWatch.BusyCpu("garbage"), Is.Null);
        Assert.That(LocalMachineWatch.BusyCpu(null), Is.Null);
    }

    [Test]
    public void ProcessStat_WithAnyName_IsRead()
    {
        var usage = LocalMachineWatch.ProcessStat("42 (my (odd) name) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0")!;
        Assert.That((usage.Name, usage.Cpu.Seconds), Is.EqualTo(("my (odd) name", 3.0)));
        Assert.That(LocalMachineWatch.ProcessStat("42 garbage"), Is.Null);
    }

    [Test]
    public void Bandwidth_OfThisMachine_IsPlausible()
    {
        var report = new BandwidthProbe(2, Bytes.FromMiB(64)).Run(default, passes: 3);
        Assert.Multiple(() =>
        {
            Assert.That(report.ReadBest.Gigabytes, Is.InRange(0.2, 5000));
            Assert.That(report.ReadMedian, Is.LessThanOrEqualTo(report.ReadBest));
            Assert.That(report.CopyMedian, Is.LessThanOrEqualTo(report.CopyBest));
            Assert.That(report.Buffer.MiB, Is.EqualTo(64).Within(1));
        });
    }

    [TestCase(32, 64, 256)]
    [TestCase(256, 64, 1024)]
    [TestCase(1024, 64, 2048)]
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
