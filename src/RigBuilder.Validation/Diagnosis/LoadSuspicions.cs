using RigBuilder.Domain.Units;
using RigBuilder.Machine.States;
using RigBuilder.Validation.Disturbances;
using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Diagnosis;

/// <summary>Suspicions about who else uses the processor and how much of it there is.</summary>
internal static class LoadSuspicions
{
    public static Cause? OtherLoad(Case c)
    {
        var disturbed = c.Disturbed(DisturbanceKind.CpuTaken, DisturbanceKind.OtherLoad);
        var idle = c.Measured.Idle;
        var wasBusy = idle?.Disturbances.Any(d => d.Kind == DisturbanceKind.OtherLoad) == true;
        if (disturbed == 0 && !wasBusy) return null;
        var busy = wasBusy && idle!.OtherCpus is { } cpus
            ? $"before the tests others kept {QuantityText.Number(cpus, 1)} of {idle.Cpus} CPUs busy{Names(idle)}; "
            : "";
        return new Cause(
            CauseKind.OtherLoad, Doctor.Explains(c, Left(c, disturbed)), "Another program uses the CPU",
            $"{busy}{disturbed} of {c.Runs} repetitions were disturbed{Worst(c)}", "Close other programs and validate again.");
    }

    public static Cause? Stolen(Case c)
    {
        if (c.Seen(DisturbanceKind.StolenTime) is not { } seen) return null;
        var disturbed = c.Disturbed(DisturbanceKind.StolenTime);
        return new Cause(
            CauseKind.StolenTime, Doctor.Explains(c, Left(c, disturbed)), "The hypervisor gives processor time to other machines",
            $"{seen}; {disturbed} of {c.Runs} repetitions were disturbed", "Validate when the host is quiet, or reserve processors for this machine.");
    }

    public static Cause? Thermal(Case c) => c.Seen(DisturbanceKind.CpuThermal) is not { } seen
        ? null
        : new Cause(
            CauseKind.ThermalLimit, 0.8, "It runs too hot", $"{seen}; {c.Disturbed(DisturbanceKind.CpuThermal)} of {c.Runs} repetitions were disturbed",
            "Clean the coolers, check the airflow, or raise the fan curve.");

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
            CauseKind.VirtualMachine, 0.3, "The machine is virtual", $"it runs {(kind == "virtual machine" ? "in a virtual machine" : $"under {kind}")}; its cores and memory are shared with others",
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

    /// <summary>Speed that disturbed repetitions leave: nine tenths are lost where all are disturbed.</summary>
    private static double Left(Case c, int disturbed) => c.Runs == 0 || disturbed == 0 ? 0.8 : 1 - (0.9 * disturbed / c.Runs);

    /// <summary>What the threads got in the worst repetition.</summary>
    private static string Worst(Case c)
    {
        var shares = c.Measured.Series.SelectMany(s => s.Runs).Select(r => r.Run.CpuShare).OfType<double>().ToList();
        return shares.Count > 0 && shares.Min() < RepetitionWatch.MinCpuShare ? $", and its threads got as little as {Doctor.Percent(shares.Min())} of their time" : "";
    }

    private static string Names(IdleReport idle) => idle.Busiest.IsEmpty
        ? ""
        : $" ({string.Join(", ", idle.Busiest.Select(b => $"{b.Name} {QuantityText.Number(b.Cpus, 1)}"))})";
}
