using RigBuilder.Domain.Units;
using RigBuilder.Machine.States;

namespace RigBuilder.Machine.Tests;

/// <summary>Whether the machine is quiet.</summary>
public sealed class MachineStateTests
{
    // Asks for the state; the files change while the monitor waits, as the clock tells it.
    private static MachineState Observe(FixtureMachine machine, Action<FixtureMachine> meanwhile, params int[] ours)
    {
        var clock = new ManualClock(() => meanwhile(machine));
        return new MachineMonitor(machine, machine, clock).ObserveAsync(TimeSpan.FromSeconds(1), [.. ours], CancellationToken.None).GetAwaiter().GetResult();
    }

    private static FixtureMachine Quiet() => FixtureMachine.Of("")
        .With("/proc/stat", "cpu  1000 0 500 8000 100 0 0 50 0 0\ncpu0 1 2 3\n")
        .With("/proc/42/stat", "42 (llama (bench) x) R 1 42 42 0 -1 4194304 9 9 9 9 200 100 10 5 20 0 1 0 1 1 1\n")
        .With("/sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", "7\n")
        .With("/sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count", "1\n");

    [Test]
    public void Observe_WorkOfOurOwn_IsNoDisturbance()
    {
        var state = Observe(Quiet(), m => m
            .With("/proc/stat", "cpu  1080 0 510 8095 105 0 0 50 0 0\n")
            .With("/proc/42/stat", "42 (llama (bench) x) R 1 42 42 0 -1 4194304 9 9 9 9 280 105 10 5 20 0 1 0 1 1 1\n"), 42);
        Assert.Multiple(() =>
        {
            // 190 ticks passed, 90 busy, 85 of them ours.
            Assert.That(state.Cpu.Own.Value, Is.EqualTo(85.0 / 190).Within(1e-9));
            Assert.That(state.Cpu.Others.Value, Is.EqualTo(5.0 / 190).Within(1e-9));
            Assert.That(state.Cpu.Stolen.Value, Is.Zero);
            Assert.That(state.Cpu.ThrottleEvents.Value, Is.Zero);
            Assert.That(state.Disturbances(new QuietLimits()), Is.Empty);
        });
    }

    [Test]
    public void Observe_OtherLoadStealAndHeat_AreNamedWithFigures()
    {
        var state = Observe(Quiet(), m => m
            .With("/proc/stat", "cpu  1050 0 500 8030 100 0 0 70 0 0\n")
            .With("/sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", "10\n"), 42);
        Assert.That(state.Disturbances(new QuietLimits()).Select(d => (d.Kind, d.Evidence)), Is.EqualTo(new[]
        {
            (DisturbanceKind.OtherLoad, "other processes use 50 % of the processors"),
            (DisturbanceKind.StolenTime, "the hypervisor took 20 % of the processor time"),
            (DisturbanceKind.CpuThermal, "the processor throttled 3 times because of heat"),
        }));
    }

    [Test]
    public void Observe_WithoutAnySource_IsUnknownAndQuiet()
    {
        var state = Observe(FixtureMachine.Of(""), _ => { });
        Assert.Multiple(() =>
        {
            Assert.That(state.Cpu.Others.IsKnown, Is.False);
            Assert.That(state.Cpu.ThrottleEvents.IsKnown, Is.False);
            Assert.That(state.Gpus, Is.Empty);
            Assert.That(state.Disturbances(new QuietLimits()), Is.Empty);
        });
    }

    [Test]
    public void Observe_NvidiaCards_TellBrakesAndHolders()
    {
        var state = Observe(FixtureMachine.Load("dual-3090-threadripper"), _ => { });
        Assert.Multiple(() =>
        {
            Assert.That(state.Gpus[0].Brakes, Is.EqualTo(new[] { ClockBrake.PowerLimit, ClockBrake.Thermal }));
            Assert.That(state.Gpus[0].VramUsed.Value, Is.EqualTo(Bytes.FromMiB(585)));
            Assert.That(state.Gpus[1].Brakes, Is.Empty, "idle is no brake");
            Assert.That(state.Holders.Select(h => (h.ProcessId, h.Name, h.Memory)), Is.EqualTo(new[]
            {
                (4711, "/usr/bin/python3, trainer", (Bytes?)Bytes.FromMiB(1520)), (4712, "/usr/lib/xorg/Xorg", null),
            }));
            Assert.That(state.Disturbances(new QuietLimits()).Select(d => d.Evidence), Is.EqualTo(new[]
            {
                "GPU 0000:01:00.0 is held back: too hot at 83 °C",
                "/usr/bin/python3, trainer (process 4711) holds 1.48 GiB of GPU 0000:01:00.0",
            }));
        });
    }

    [Test]
    public void Observe_OurOwnVideoMemory_IsNoDisturbance() =>
        Assert.That(Observe(FixtureMachine.Load("dual-3090-threadripper"), _ => { }, 4711).Holders.Select(h => h.ProcessId), Is.EqualTo(new[] { 4712 }));

    [Test]
    public void Observe_NewerDriver_IsAskedByTheNewName()
    {
        var state = Observe(FixtureMachine.Of("""
            === tool nvidia-smi 2 clocks_throttle_reasons.active
            Field "clocks_throttle_reasons.active" is not a valid field to query.
            === tool nvidia-smi 0 clocks_event_reasons.active
            00000000:01:00.0, 100, 90, 0x0000000000000088
            """), _ => { });
        Assert.That(state.Gpus.Single().Brakes, Is.EqualTo(new[] { ClockBrake.PowerBrake }));
    }

    [Test]
    public void Observe_AmdCard_TellsItsMemoryInUse() =>
        Assert.That(Observe(FixtureMachine.Load("radeon-7900xtx"), _ => { }).Gpus.Single().VramUsed.Value, Is.EqualTo(Bytes.FromGiB(1)));

    [Test]
    public void Observe_BusyProcesses_AreNamedTheBusiestFirstAndWithoutOurs()
    {
        static string Stat(int id, string name, int ticks) => $"{id} ({name}) R 1 1 1 0 -1 4194304 9 9 9 9 {ticks} 0 900 900 20 0 1 0 1 1 1\n";
        var machine = Quiet().With("/proc/7/stat", Stat(7, "make", 10)).With("/proc/8/stat", Stat(8, "cc (1)", 10)).With("/proc/9/stat", Stat(9, "idle", 10));
        var state = Observe(machine, m => m
            .With("/proc/42/stat", Stat(42, "llama (bench) x", 99999))
            .With("/proc/7/stat", Stat(7, "make", 1000)).With("/proc/8/stat", Stat(8, "cc (1)", 2000)), 42);
        Assert.That(state.Busiest.Select(p => p.Name), Is.EqualTo(new[] { "cc (1)", "make" }));
        Assert.That(state.Busiest[0].Cpus / state.Busiest[1].Cpus, Is.EqualTo(1990.0 / 990).Within(1e-9));
    }

    [Test]
    public void CpuUse_SamplesOfOneInstant_IsUnknown()
    {
        var sample = new MachineSample(100, 50, 0, 0, null);
        Assert.That(CpuUse.Between(sample, sample).Others.IsKnown, Is.False);
    }

    // A clock on which every wait is over at once.
    private sealed class ManualClock(Action passing) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            passing();
            return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
