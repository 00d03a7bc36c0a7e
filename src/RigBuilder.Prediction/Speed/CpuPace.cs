using RigBuilder.Domain.Parts;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Speed;

/// <summary>How fast the CPU reads weights from system memory and computes.</summary>
internal readonly struct CpuPace
{
    public CpuPace(CpuCalibration calibration, Cpu? cpu, SystemMemory? memory, ModelProfile profile)
        : this(calibration, cpu, cpu?.Cores ?? calibration.AssumedCores, PeakBandwidth(calibration, cpu, memory), profile) =>
        Basis = calibration.Measured?.DecodeShare is not null ? Basis.Measured
            : memory is not null && cpu is not null ? Basis.Fitted
            : cpu is not null || memory is not null ? Basis.Specification
            : Basis.Guess;

    public CpuPace(CpuCalibration calibration, Cpu? cpu, int cores, double bandwidth, ModelProfile profile)
    {
        Bandwidth = Math.Max(1e9, bandwidth);
        Basis = Basis.Fitted;
        var cycles = Math.Max(1, cores) * Clock(calibration, cpu) * 1e9 * (cpu is { Avx2: false } ? Math.Exp(calibration.WithoutAvx2Effect) : 1);
        Elements = cycles * calibration.ElementsPerCoreCycle * Math.Exp(calibration.Types.GetValueOrDefault(profile.MainType));
        var wide = cpu is { Avx512: true } ? calibration.Avx512Effect : 0;
        Operations = cycles * calibration.OperationsPerCoreCycle * Math.Exp(wide + calibration.PromptTypes.GetValueOrDefault(profile.MainType));
        Reading = Bandwidth * calibration.BandwidthEfficiency;
        PerLayer = calibration.PerLayer.Seconds;
        if (calibration.Measured is not { } measured) return;
        // A share of the probed bandwidth holds what the cores and the layers cost as well.
        Bandwidth = Math.Max(1e8, measured.ReadBandwidth.Value);
        Reading = Bandwidth * (measured.DecodeShare ?? MeasuredCpu.UsualShare);
        (Elements, PerLayer) = (double.PositiveInfinity, 0);
    }

    /// <summary>Peak bandwidth of system memory, bytes per second.</summary>
    public double Bandwidth { get; }

    /// <summary>Bytes per second that reading reaches.</summary>
    public double Reading { get; }

    /// <summary>Weights decoded and multiplied per second during generation.</summary>
    public double Elements { get; }

    /// <summary>Operations per second in prompts.</summary>
    public double Operations { get; }

    /// <summary>What the figures rest on.</summary>
    public Basis Basis { get; }

    /// <summary>Fixed seconds per layer.</summary>
    public double PerLayer { get; }

    /// <summary>Sustained clock of all cores in GHz.</summary>
    public static double Clock(CpuCalibration calibration, Cpu? cpu)
    {
        var low = cpu?.BaseClock?.Gigahertz ?? 0;
        var high = cpu?.BoostClock?.Gigahertz ?? low;
        if (low <= 0) low = high;
        return high <= 0 ? calibration.AssumedClock.Gigahertz : low + (calibration.SustainedBoost * Math.Max(0, high - low));
    }

    private static double PeakBandwidth(CpuCalibration calibration, Cpu? cpu, SystemMemory? memory)
    {
        var official = cpu is null ? null : Systems.SystemMemories.OfficialBandwidth(cpu);
        return memory?.Bandwidth.Value ?? official?.Value ?? calibration.AssumedBandwidth.Value;
    }
}
