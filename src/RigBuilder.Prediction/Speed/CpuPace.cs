using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Speed;

/// <summary>How fast the CPU reads weights from system memory and computes.</summary>
internal readonly struct CpuPace
{
    private readonly CpuCalibration _calibration;
    private readonly double _decodeRate;

    public CpuPace(CpuCalibration calibration, Cpu? cpu, SystemMemory? memory, ModelProfile profile)
    {
        _calibration = calibration;
        var official = cpu is null ? null : Systems.SystemMemories.OfficialBandwidth(cpu);
        Bandwidth = Math.Max(1e9, memory?.Bandwidth.Value ?? official?.Value ?? calibration.AssumedBandwidth.Value);
        Basis = memory is not null && cpu is not null ? Basis.Fitted : official is not null ? Basis.Specification : Basis.Guess;
        var cycles = (cpu?.Cores ?? calibration.AssumedCores) * Clock(calibration, cpu) * 1e9 * (cpu is { Avx2: false } ? calibration.WithoutAvx2 : 1);
        _decodeRate = Math.Max(1e6, cycles * calibration.BytesPerCoreCycle);
        var wide = cpu is { Avx512: true } ? calibration.Avx512Gain : 1;
        Operations = Math.Max(1e6, cycles * calibration.OperationsPerCoreCycle * wide * Math.Exp(calibration.PromptTypes.GetValueOrDefault(profile.MainType)));
        Reading = Bandwidth * calibration.BandwidthEfficiency * Math.Exp(calibration.Types.GetValueOrDefault(profile.MainType));
        if (calibration.Measured is not { } measured) return;
        Bandwidth = Math.Max(1e8, measured.ReadBandwidth.Value);
        Reading = Bandwidth * (measured.DecodeShare ?? MeasuredCpu.UsualShare);
        if (measured.DecodeShare is null) return;
        // A measured share holds what the cores cost as well.
        _decodeRate = double.PositiveInfinity;
        Basis = Basis.Measured;
    }

    /// <summary>Peak bandwidth of system memory, bytes per second.</summary>
    public double Bandwidth { get; }

    /// <summary>Bytes per second that reading alone would reach.</summary>
    public double Reading { get; }

    /// <summary>Operations per second in prompts.</summary>
    public double Operations { get; }

    /// <summary>What the figures rest on.</summary>
    public Basis Basis { get; }

    /// <summary>Whether memory, not the cores, is what holds generation back.</summary>
    public bool IsMemoryBound => Reading <= _decodeRate;

    /// <summary>Seconds to read and multiply so many bytes of weights or cache; the slower of memory and cores, smoothly.</summary>
    public double Seconds(double bytes)
    {
        double memory = bytes / Reading, cores = bytes / _decodeRate;
        return Math.Cbrt((memory * memory * memory) + (cores * cores * cores));
    }

    /// <summary>Fixed seconds of so many layers.</summary>
    public double Fixed(int layers) => layers * _calibration.FixedPerLayer.Seconds;

    private static double Clock(CpuCalibration calibration, Cpu? cpu)
    {
        var low = cpu?.BaseClock?.Gigahertz ?? 0;
        var high = cpu?.BoostClock?.Gigahertz ?? low;
        if (low <= 0) low = high;
        return high <= 0 ? calibration.AssumedClock.Gigahertz : low + (calibration.SustainedBoost * Math.Max(0, high - low));
    }
}
