using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Prediction.Calibrations;
using RigBuilder.Prediction.Profiles;

namespace RigBuilder.Prediction.Speed;

/// <summary>How fast the CPU reads weights from system memory and computes.</summary>
internal readonly record struct CpuPace
{
    public CpuPace(CpuCalibration calibration, Cpu? cpu, SystemMemory? memory, ModelProfile profile, MeasuredCpu? measured = null, int sockets = 1)
        : this(calibration, cpu, Math.Max(1, sockets) * (cpu?.Cores ?? calibration.AssumedCores), PeakBandwidth(calibration, cpu, memory), profile)
    {
        var basis = memory is not null && cpu is not null ? Basis.Fitted
            : cpu is not null || memory is not null ? Basis.Specification
            : Basis.Guess;
        if (memory?.Readable is { } readable) Reading = Math.Min(Reading, readable.Value);
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
        var cycles = Math.Max(1, cores) * Clock(calibration, cpu) * 1e9 * (cpu is { LacksAvx2: true } ? Math.Exp(calibration.WithoutAvx2Effect) : 1);
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

    /// <summary>
    /// The same CPU with a number of threads of the user's choice and on several sockets: fewer threads than cores read and compute less,
    /// more than cores hinder each other, and one process reaches a share of several sockets' bandwidth.
    /// </summary>
    public CpuPace With(LaunchCalibration launch, int? threads, Cpu? cpu, int cores, int sockets)
    {
        var pace = this;
        if (sockets > 1)
        {
            var know = new Knowledge(Generating.Spread + launch.SocketsSpread, Basis.Guess, "guess: " + launch.Sources.GetValueOrDefault("sockets", "public rows"));
            pace = pace with { Reading = pace.Reading * launch.Sockets, PromptReading = pace.PromptReading * launch.Sockets, Elements = pace.Elements * launch.Sockets, Generating = know };
        }

        if (threads is not { } count || count == cores * sockets) return pace;
        var all = cores * sockets;
        var (computing, reading) = count > all
            ? (launch.Oversubscribed, launch.Oversubscribed)
            : (Working(cpu, count / (double)sockets) / Working(cpu, cores), Math.Min(1, count * launch.ThreadBandwidth.Value / Math.Max(1, pace.Reading)));
        return pace with
        {
            Reading = pace.Reading * reading,
            PromptReading = pace.PromptReading * reading,
            Elements = pace.Elements * computing,
            Operations = pace.Operations * computing,
            Generating = pace.Generating with { Spread = pace.Generating.Spread + 0.1, Source = pace.Generating.Source + "; threads: " + launch.Sources.GetValueOrDefault("thread_bandwidth", "public rows") },
        };
    }

    /// <summary>Peak bandwidth of system memory, bytes per second.</summary>
    public double Bandwidth { get; }

    /// <summary>Bytes per second that reading reaches in generation.</summary>
    public double Reading { get; init; }

    /// <summary>The same in prompts.</summary>
    public double PromptReading { get; init; }

    /// <summary>Weights decoded and multiplied per second during generation.</summary>
    public double Elements { get; init; }

    /// <summary>Operations per second in prompts.</summary>
    public double Operations { get; init; }

    /// <summary>What is known of its generation.</summary>
    public Knowledge Generating { get; init; }

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

    // Performance cores get threads first. A part with both kinds shows by its threads: two on each performance core, one on each other,
    // which does about half of the work.
    private static double Working(Cpu? cpu, double threads)
    {
        var fast = cpu is { } c && c.Threads > c.Cores && c.Threads < 2 * c.Cores ? c.Threads - c.Cores : double.PositiveInfinity;
        return Math.Min(threads, fast) + (0.5 * Math.Max(0, threads - fast));
    }

    private static double PeakBandwidth(CpuCalibration calibration, Cpu? cpu, SystemMemory? memory)
    {
        var official = cpu is null ? null : SystemMemories.OfficialBandwidth(cpu);
        return memory?.Bandwidth.Value ?? official?.Value ?? calibration.AssumedBandwidth.Value;
    }
}
