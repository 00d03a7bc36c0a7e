using Hardware.Info;
using RigBuilder.Machine.HardwareInfo;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Sources;

namespace RigBuilder.Machine.Tests.HardwareInfo;

/// <summary>The Hardware.Info probe behind the port: it may hang or fail without harm.</summary>
public sealed class HardwareInfoProbeTests
{
    [Test]
    public async Task Probe_OnThisMachine_SaysHintsOnly()
    {
        var report = await new HardwareInfoProbe(TimeProvider.System, TimeSpan.FromSeconds(20)).ProbeAsync(CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(report.Memory.Usable.IsKnown, Is.True);
            Assert.That(report.Memory.Usable.Confidence, Is.EqualTo(Confidence.Hint));
            Assert.That(report.Cpu.Name.Confidence, Is.EqualTo(Confidence.Hint));
        });
    }

    [Test]
    public async Task Probe_AListThatHangs_IsLeftOutWithADiagnostic()
    {
        using var released = new ManualResetEventSlim();
        var hanging = new HardwareInfoSource("Hardware.Info (graphics)", () => new Hardware.Info.HardwareInfo(), _ =>
        {
            released.Wait();
            return MachineReport.Empty;
        });
        var report = await new SourceProbe("hints", [hanging], new ImpatientTime(), TimeSpan.FromSeconds(2)).ProbeAsync(CancellationToken.None);
        released.Set();
        Assert.That(report.Diagnostics.Select(d => d.Code), Is.EqualTo(new[] { "RB6006" }));
    }

    [Test]
    [NonParallelizable]
    public async Task Probe_AToolThatFillsItsPipe_HangsTheLibraryButNotTheProbe()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("the library runs lspci on Linux only");
        using var tools = new FakeTools(("lspci", "#!/bin/sh\nhead -c 1000000 /dev/zero | tr '\\0' x\n"));
        // The library waits for the tool's end before it reads, and the tool for a reader: longer than any limit.
        var report = await new HardwareInfoProbe(TimeProvider.System, TimeSpan.FromSeconds(3)).ProbeAsync(CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(report.Diagnostics.Where(d => d.Code == "RB6006").Select(d => d.Message), Has.Some.Contains("graphics"));
            Assert.That(report.Gpus, Is.Empty);
        });
    }

    [Test]
    public async Task Probe_AListThatFails_IsLeftOutWithADiagnostic()
    {
        var failing = new HardwareInfoSource("Hardware.Info (drives)", () => new Hardware.Info.HardwareInfo(), _ => throw new InvalidDataException("no drive"));
        var report = await new SourceProbe("hints", [failing], TimeProvider.System, TimeSpan.FromMinutes(1)).ProbeAsync(CancellationToken.None);
        Assert.That(report.Diagnostics.Single().Message, Does.Contain("no drive"));
    }

    [Test]
    public async Task Hints_ThatContradictOurProbe_DoNotReplaceIt()
    {
        var ours = new Fixed(MachineReport.Empty with { Cpu = new CpuReport { Cores = Reading.Of(8, "/proc/cpuinfo") } });
        var theirs = new Fixed(MachineReport.Empty with { Cpu = CpuHints.Of([new CPU { NumberOfCores = 4, NumberOfLogicalProcessors = 16 }], false) });
        var report = await new HintedProbe(ours, theirs, TimeProvider.System, TimeSpan.FromMinutes(1)).ProbeAsync(CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(report.Cpu.Cores.Value, Is.EqualTo(8));
            Assert.That(report.Cpu.Threads.ToString(), Is.EqualTo("16 (Hardware.Info)"));
            Assert.That(report.Contradictions, Has.Length.EqualTo(1));
        });
    }

    private sealed class Fixed(MachineReport report) : IHardwareProbe
    {
        public string Name => "fixed";

        public Task<MachineReport> ProbeAsync(CancellationToken cancellation) => Task.FromResult(report);
    }

    /// <summary>Every wait is over at once.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
