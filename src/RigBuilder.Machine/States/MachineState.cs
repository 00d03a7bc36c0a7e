using System.Collections.Immutable;
using System.Globalization;

namespace RigBuilder.Machine.States;

/// <summary>What was going on in the machine.</summary>
/// <param name="Cpu">The processors over the interval.</param>
/// <param name="Gpus">The GPUs at its end.</param>
/// <param name="Holders">Processes that are not ours and hold video memory, at its end.</param>
public sealed record MachineState(CpuUse Cpu, ImmutableArray<GpuState> Gpus, ImmutableArray<VramHolder> Holders)
{
    /// <summary>The busiest processes that are not ours, over the interval, at most three; empty where the system tells none.</summary>
    public ImmutableArray<BusyProcess> Busiest { get; init; } = [];

    /// <summary>What would spoil a measurement; empty on a quiet machine, and where the system tells nothing.</summary>
    public ImmutableArray<Disturbance> Disturbances(QuietLimits limits)
    {
        var found = ImmutableArray.CreateBuilder<Disturbance>();
        if (Cpu.Others.TryGet(out var others) && others > limits.OtherLoad)
            found.Add(new Disturbance(DisturbanceKind.OtherLoad, $"other processes use {Percent(others)} of the processors"));
        if (Cpu.Stolen.TryGet(out var stolen) && stolen > limits.StolenTime)
            found.Add(new Disturbance(DisturbanceKind.StolenTime, $"the hypervisor took {Percent(stolen)} of the processor time"));
        if (Cpu.ThrottleEvents.TryGet(out var events) && events > 0)
            found.Add(new Disturbance(DisturbanceKind.CpuThermal, $"the processor throttled {events} times because of heat"));
        foreach (var gpu in Gpus)
            foreach (var brake in gpu.Brakes.Where(b => b != ClockBrake.PowerLimit))
                found.Add(new Disturbance(DisturbanceKind.GpuBraked, $"GPU {gpu.Address} is held back: {Word(brake)}{At(gpu)}"));
        foreach (var holder in Holders.Where(h => h.Memory > limits.VramHeld))
            found.Add(new Disturbance(DisturbanceKind.VramHeld, $"{holder.Name} (process {holder.ProcessId}) holds {holder.Memory} of GPU {holder.Address}"));
        return found.ToImmutable();
    }

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string At(GpuState gpu) => gpu.Temperature.TryGet(out var degrees) ? string.Create(CultureInfo.InvariantCulture, $" at {degrees:0} °C") : "";

    private static string Word(ClockBrake brake) => brake switch
    {
        ClockBrake.Thermal => "too hot",
        ClockBrake.PowerBrake => "its power supply cannot deliver",
        ClockBrake.Slowdown => "hardware slowdown",
        _ => "power limit",
    };
}
