using RigBuilder.Domain.Units;
using RigBuilder.Validation.Disturbance;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Diagnosis;

/// <summary>Suspicions about who else uses the processor and how much of it there is.</summary>
internal static class LoadSuspicions
{
    public static Cause? OtherLoad(Case c)
    {
        var taken = c.Measured.Series.Sum(s => s.Count(DisturbanceKind.CpuTaken) + s.Count(DisturbanceKind.OtherLoad));
        var idle = c.Measured.Idle;
        if (taken == 0 && idle is not { IsIdle: false }) return null;
        var rejected = c.Measured.Series.Sum(s => s.Rejected);
        var runs = c.Measured.Series.Sum(s => s.Runs.Length);
        var busy = idle is { OtherCpus: { } cpus } && !idle.IsIdle
            ? $"before the tests others kept {QuantityText.Number(cpus, 1)} of {idle.Cpus} CPUs busy{Names(idle)}; "
            : "";
        var factor = runs == 0 ? 0.8 : 1 - (0.9 * rejected / runs);
        return new Cause(
            CauseKind.OtherLoad, Doctor.Explains(c, factor), "Another program uses the CPU",
            $"{busy}{rejected} of {runs} repetitions were disturbed", "Close other programs and validate again.");
    }

    public static Cause? Thermal(Case c)
    {
        var throttled = c.Measured.Series.Sum(s => s.Count(DisturbanceKind.Throttled));
        var gpu = c.Machine.Gpus.FirstOrDefault(g => g.ThermalThrottle == true);
        if (throttled == 0 && gpu is null) return null;
        var evidence = gpu is null ? $"the CPU throttled in {throttled} repetitions" : $"the driver of {gpu.Name} reports throttling for heat";
        return new Cause(CauseKind.ThermalLimit, 0.8, "It runs too hot", evidence, "Clean the coolers, check the airflow, or raise the fan curve.");
    }

    public static Cause? Container(Case c)
    {
        if (c.Machine is not { CpuLimit: { } limit, Cores: { } cores } || limit >= cores * 0.99) return null;
        return new Cause(
            CauseKind.ContainerLimit, Doctor.Explains(c, limit / cores), "Only part of the processor may be used",
            $"a container or mask allows {QuantityText.Number(limit, 1)} of {cores} cores", "Run outside the container, or raise its CPU limit.");
    }

    public static Cause? VirtualMachine(Case c) => c.Machine.Virtualisation is not { } kind
        ? null
        : new Cause(
            CauseKind.VirtualMachine, 0.3, "The machine is virtual", $"it runs under {kind}; its cores and memory are shared with others",
            "Compare on bare metal, or take the measured calibration for this machine.");

    public static Cause? NoVectorUnits(Case c) => c.Machine.Avx2 != false
        ? null
        : new Cause(
            CauseKind.NoVectorUnits, Doctor.Explains(c, 0.5), "The processor lacks AVX2", $"{c.Machine.Processor ?? "it"} has no AVX2",
            "A processor from 2013 or later has it; in a virtual machine pass the host's features through.");

    public static Cause? OtherMachine(Case c) => c.OtherProcessor is not { } other
        ? null
        : new Cause(
            CauseKind.OtherMachine, 0.95, "The rig is not this machine", $"the rig has {other}; this machine has {c.Machine.Processor}",
            "Validate on the rig itself, or compare with a scan of this machine.");

    private static string Names(IdleReport idle) => idle.Busiest.IsEmpty
        ? ""
        : $" ({string.Join(", ", idle.Busiest.Select(b => $"{b.Name} {QuantityText.Number(b.Cpus, 1)}"))})";
}
