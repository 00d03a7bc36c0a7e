using RigBuilder.Domain.Units;
using RigBuilder.Machine.Merging;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Sources;

namespace RigBuilder.Machine.Tests;

/// <summary>Merging what several sources and probes say.</summary>
public sealed class MergeTests
{
    private static MachineReport Cpu(string name, int cores, Confidence confidence = Confidence.Reported) => new()
    {
        Cpu = new CpuReport { Name = Reading.Of(name, $"source of {name}").AtMost(confidence), Cores = Reading.Of(cores, $"source of {name}").AtMost(confidence) },
    };

    [Test]
    public void Merge_Disagreement_KeepsTheFirstAndListsTheOther()
    {
        var merged = ReportMerge.Merge(Cpu("AMD Ryzen 9 5900X 12-Core Processor", 12), Cpu("AMD Ryzen 9 5900X", 24));
        Assert.Multiple(() =>
        {
            Assert.That(merged.Cpu.Cores.Value, Is.EqualTo(12));
            Assert.That(merged.Contradictions.Single(), Is.EqualTo(new Contradiction(
                "CPU cores", "12", "source of AMD Ryzen 9 5900X 12-Core Processor", "24", "source of AMD Ryzen 9 5900X")));
        });
    }

    [Test]
    public void Merge_HigherConfidence_WinsFromEitherSide()
    {
        var merged = ReportMerge.Merge(Cpu("Hinted", 8, Confidence.Hint), Cpu("Known", 12));
        Assert.Multiple(() =>
        {
            Assert.That(merged.Cpu.Name.Value, Is.EqualTo("Known"));
            Assert.That(merged.Contradictions.Select(c => c.Kept), Is.EqualTo(new[] { "Known", "12" }));
        });
    }

    [Test]
    public void Merge_UnknownReadings_AreFilled()
    {
        var merged = ReportMerge.Merge(MachineReport.Empty, Cpu("Known", 12));
        Assert.That((merged.Cpu.Name.Value, merged.Cpu.Cores.Value), Is.EqualTo(("Known", 12)));
    }

    [Test]
    public void Merge_RoundedSizes_AreNoContradiction()
    {
        static MachineReport Of(double gib) => new() { Memory = new MemoryReport { Installed = Reading.Of(Bytes.FromGiB(gib), $"{gib}") } };
        Assert.Multiple(() =>
        {
            Assert.That(ReportMerge.Merge(Of(64), Of(62.7)).Contradictions, Is.Empty);
            Assert.That(ReportMerge.Merge(Of(64), Of(32)).Contradictions, Has.Length.EqualTo(1));
        });
    }

    [Test]
    public void Hints_FillGapsOnlyAndSayWhatTheyAre()
    {
        var report = Combined(Cpu("Known", 12), new MachineReport
        {
            Cpu = new CpuReport { Name = Reading.Of("Other", "hints"), Threads = Reading.Of(99, "hints") },
            Memory = new MemoryReport { Modules = [new MemoryModule { Size = Reading.Of(Bytes.FromGiB(8), "hints") }] },
        });
        Assert.Multiple(() =>
        {
            Assert.That(report.Cpu.Name.Value, Is.EqualTo("Known"));
            Assert.That(report.Cpu.Threads.Value, Is.EqualTo(99));
            Assert.That(report.Cpu.Threads.Confidence, Is.EqualTo(Confidence.Hint));
            Assert.That(report.Memory.Modules.Single().Size.Confidence, Is.EqualTo(Confidence.Hint));
            Assert.That(report.Contradictions.Single().RejectedSource, Is.EqualTo("hints"));
        });
    }

    [Test]
    public void Hints_ModulesBesideOurs_AreNotCountedTwice()
    {
        static MachineReport Of(int modules) => new()
        {
            Memory = new MemoryReport { Modules = [.. Enumerable.Repeat(new MemoryModule { Size = Reading.Of(Bytes.FromGiB(16), "t") }, modules)] },
        };
        Assert.That(Combined(Of(2), Of(5)).Memory.Modules, Has.Length.EqualTo(2));
    }

    [Test]
    public void Hints_CardsWithoutAddress_MeetOursByNameOnceEach()
    {
        var ours = LinuxProbeTests.Probe("dual-3090-threadripper");
        var theirs = new MachineReport
        {
            Gpus = [.. Enumerable.Repeat(new GpuReport { Name = Reading.Of("NVIDIA Corporation GA102 [GeForce RTX 3090]", "hints") }, 2), new GpuReport { Name = Reading.Of("Mystery", "hints") }],
        };
        var merged = Combined(ours, theirs);
        Assert.Multiple(() =>
        {
            Assert.That(merged.Gpus, Has.Length.EqualTo(4));
            Assert.That(merged.Gpus[3].Name.Confidence, Is.EqualTo(Confidence.Hint));
            Assert.That(merged.Contradictions, Is.Empty);
        });
    }

    [Test]
    public void Hints_ThatHang_AreLeftOutAfterTheLimit()
    {
        var hang = new TaskCompletionSource<MachineReport>();
        var probe = new HintedProbe(new Fixed(Cpu("Known", 12)), new Fixed(_ => hang.Task), TimeProvider.System, TimeSpan.FromMilliseconds(30));
        var report = probe.ProbeAsync(CancellationToken.None).GetAwaiter().GetResult();
        Assert.That((report.Cpu.Name.Value, report.Diagnostics.Single().Code), Is.EqualTo(("Known", "RB6006")));
    }

    [Test]
    public void Hints_ThatBlockTheirThread_AreLeftOutToo()
    {
        using var gate = new ManualResetEventSlim();
        var probe = new HintedProbe(new Fixed(Cpu("Known", 12)), new Fixed(_ => { gate.Wait(); return Task.FromResult(MachineReport.Empty); }), TimeProvider.System, TimeSpan.FromMilliseconds(30));
        var report = probe.ProbeAsync(CancellationToken.None).GetAwaiter().GetResult();
        gate.Set();
        Assert.That(report.Diagnostics.Single().Code, Is.EqualTo("RB6006"));
    }

    [Test]
    public void Hints_ThatThrow_AreADiagnostic()
    {
        var probe = new HintedProbe(new Fixed(Cpu("Known", 12)), new Fixed(_ => throw new InvalidOperationException("no lshw\nhere")), TimeProvider.System, TimeSpan.FromSeconds(30));
        var report = probe.ProbeAsync(CancellationToken.None).GetAwaiter().GetResult();
        Assert.That(report.Diagnostics.Single().Message, Is.EqualTo("probe failed (InvalidOperationException: no lshw) and is left out"));
    }

    [Test]
    public void Probe_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        var hang = new TaskCompletionSource<MachineReport>();
        var probe = new HintedProbe(new Fixed(MachineReport.Empty), new Fixed(_ => hang.Task), TimeProvider.System, TimeSpan.FromMinutes(5));
        var run = probe.ProbeAsync(stop.Token);
        stop.Cancel();
        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
    }

    private static MachineReport Combined(MachineReport ours, MachineReport theirs) =>
        new HintedProbe(new Fixed(ours), new Fixed(theirs), TimeProvider.System, TimeSpan.FromSeconds(30)).ProbeAsync(CancellationToken.None).GetAwaiter().GetResult();

    private sealed class Fixed(Func<CancellationToken, Task<MachineReport>> probe) : IHardwareProbe
    {
        public Fixed(MachineReport report)
            : this(_ => Task.FromResult(report))
        {
        }

        public string Name => "probe";

        public Task<MachineReport> ProbeAsync(CancellationToken cancellation) => probe(cancellation);
    }
}
