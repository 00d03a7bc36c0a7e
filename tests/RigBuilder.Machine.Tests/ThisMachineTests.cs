using System.Diagnostics;
using RigBuilder.Machine.Rendering;
using RigBuilder.Machine.States;

namespace RigBuilder.Machine.Tests;

/// <summary>The real probe on the machine that runs the tests.</summary>
[Platform("Linux")]
public sealed class ThisMachineTests
{
    [Test]
    public void Probe_OfThisMachine_KnowsProcessorAndMemory()
    {
        var watch = Stopwatch.StartNew();
        var report = HardwareProbes.ForThisMachine(TimeProvider.System).ProbeAsync(CancellationToken.None).GetAwaiter().GetResult();
        TestContext.Out.WriteLine(string.Join('\n', MachineReportText.Lines(report)));
        Assert.Multiple(() =>
        {
            Assert.That(report.Cpu.Name.IsKnown || report.Cpu.Vendor.IsKnown, Is.True);
            Assert.That(report.Cpu.Threads.Value, Is.GreaterThanOrEqualTo(1));
            Assert.That(report.Memory.Usable.Value.GiB, Is.GreaterThan(0.2));
            Assert.That(report.Memory.Available.Value, Is.LessThanOrEqualTo(report.Memory.Usable.Value));
            Assert.That(report.Os.Kernel.IsKnown, Is.True);
            Assert.That(report.Diagnostics.Where(d => d.Code is "RB6006" or "RB6007"), Is.Empty);
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        });
    }

    [Test]
    public void Monitor_OfThisMachine_SeesOurOwnWorkAsOurs()
    {
        var monitor = HardwareProbes.MonitorOfThisMachine(TimeProvider.System);
        var before = monitor.Sample(Environment.ProcessId);
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < 300) { }
        var use = CpuUse.Between(before, monitor.Sample(Environment.ProcessId));
        Assert.Multiple(() =>
        {
            Assert.That(use.Own.Value, Is.GreaterThan(0));
            Assert.That(use.Others.Value, Is.InRange(0, 1));
        });
    }
}
