using RigBuilder.Domain.Parts;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Speed;

/// <summary>How fast the CPU reads weights from system memory and computes.</summary>
internal readonly struct CpuPace
{
    public CpuPace(CpuCalibration calibration, Cpu? cpu, SystemMemory? memory, ModelProfile profile, MeasuredCpu? measured = null)
        : this(calibration, cpu, cpu?.Cores ?? calibration.AssumedCores, PeakBandwidth(calibration, cpu, memory), profile)
    {
        var basis = memory is not null && cpu is not null ? Basis.Fitted
            : cpu is not null || memory is not null ? Basis.Specification
            : Basis.Guess;
        (Generating, Computing) = (Generating with { Basis = basis }, Computing with { Basis = basis });
        if (measured is null) return;
        if (measured.IsBesideSame(memory) && Evidence.Of(measured.Runs, r => r.Decode, calibration.DecodeTransfer, profile, calibration.DecodeSpread) is { } decode)
        {
            (Bandwidth, Elements, PerLayer) = (Math.Max(1e8, decode.Run.Bandwidth.Value), double.PositiveInfinity, 0);
            (Reading, Generating) = (Bandwidth * ProbedMemory.UsualShare * decode.Factor, decode.Knowledge);
            PromptReading = Bandwidth * ProbedMemory.UsualShare;
        }

        if (Evidence.Of(measured.Runs, r => r.Prompt, calibration.PromptTransfer, profile, calibration.PromptSpread) is not { } prompt) return;
        (Operations, PromptReading, Computing) = (Operations * prompt.Factor, PromptReading * prompt.Factor, prompt.Knowledge);
    }

    public CpuPace(CpuCalibration calibration, Cpu? cpu, int cores, double bandwidth, ModelProfile profile)
    {
        Bandwidth = Math.Max(1e9, bandwidth);
        Generating = new Knowledge(calibration.DecodeSpread, Basis.Fitted, "fitted on CPUs: bandwidth × share, cores × clock");
        Computing = new Knowledge(calibration.PromptSpread, Basis.Fitted, "fitted on CPUs: cores × clock");
        var cycles = Math.Max(1, cores) * Clock(calibration, cpu) * 1e9 * (cpu is { Avx2: false } ? Math.Exp(calibration.WithoutAvx2Effect) : 1);
        Elements = cycles * calibration.ElementsPerCoreCycle * Math.Exp(calibration.Types.GetValueOrDefault(profile.MainType));
        var wide = cpu is { Avx512: true } ? calibration.Avx512Effect : 0;
        Operations = cycles * calibration.OperationsPerCoreCycle * Math.Exp(wide + calibration.PromptTypes.GetValueOrDefault(profile.MainType));
        Reading = Bandwidth * calibration.BandwidthEfficiency;
        PerLayer = calibration.PerLayer.Seconds;
        if (calibration.Probed is { } probed)
        {
            // A share of the probed bandwidth holds what the cores and the layers cost as well.
            Bandwidth = Math.Max(1e8, probed.ReadBandwidth.Value);
            Reading = Bandwidth * ProbedMemory.UsualShare;
            (Elements, PerLayer) = (double.PositiveInfinity, 0);
        }

        PromptReading = Reading;
    }

    /// <summary>Peak bandwidth of system memory, bytes per second.</summary>
    public double Bandwidth { get; }

    /// <summary>Bytes per second that reading reaches in generation.</summary>
    public double Reading { get; }

    /// <summary>The same in prompts.</summary>
    public double PromptReading { get; }

    /// <summary>Weights decoded and multiplied per second during generation.</summary>
    public double Elements { get; }

    /// <summary>Operations per second in prompts.</summary>
    public double Operations { get; }

    /// <summary>What is known of its generation.</summary>
    public Knowledge Generating { get; }

    /// <summary>What is known of its prompt processing.</summary>
    public Knowledge Computing { get; }

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
