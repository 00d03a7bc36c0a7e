using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>
/// llama.cpp on a CPU. Generation: t = bytes / (bandwidth · η) + elements / (cores · clock · κ) + layers · τ.
/// Prompt: t = 2 · elements · tokens / (cores · clock · ω).
/// </summary>
public sealed record CpuCalibration
{
    /// <summary>η: share of the peak memory bandwidth that generation reaches.</summary>
    public required double BandwidthEfficiency { get; init; }

    /// <summary>κ: weights that a core decodes and multiplies per clock cycle during generation, with AVX2.</summary>
    public required double ElementsPerCoreCycle { get; init; }

    /// <summary>ln effects of weight types on κ.</summary>
    public ImmutableDictionary<string, double> Types { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>ω: floating-point operations per core and clock cycle during prompt processing, with AVX2.</summary>
    public required double OperationsPerCoreCycle { get; init; }

    /// <summary>ln effects of weight types on ω.</summary>
    public ImmutableDictionary<string, double> PromptTypes { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>ln effect of AVX-512 on ω.</summary>
    public double Avx512Effect { get; init; }

    /// <summary>ln effect of lacking AVX2 on κ and ω.</summary>
    public double WithoutAvx2Effect { get; init; }

    /// <summary>τ: fixed time per token and layer.</summary>
    public Duration PerLayer { get; init; }

    /// <summary>Half width of the 90 % range of generation, in ln units.</summary>
    public required double DecodeSpread { get; init; }

    /// <summary>Half width of the 90 % range of prompt processing, in ln units.</summary>
    public required double PromptSpread { get; init; }

    /// <summary>Bandwidth assumed for system memory when none is chosen.</summary>
    public required BytesPerSecond AssumedBandwidth { get; init; }

    /// <summary>All-core clock assumed for a CPU without figures.</summary>
    public required Frequency AssumedClock { get; init; }

    /// <summary>Cores assumed when no CPU is chosen.</summary>
    public required int AssumedCores { get; init; }

    /// <summary>Sustained all-core clock as share of the way from base to boost clock.</summary>
    public double SustainedBoost { get; init; } = 0.6;

    /// <summary>The memory of this very machine, whatever the rig; null to rest on specifications.</summary>
    public ProbedMemory? Probed { get; init; }

    /// <summary>How far a measured factor of generation carries over to another model.</summary>
    public TransferCalibration DecodeTransfer { get; init; } = TransferCalibration.Unknown;

    /// <summary>The same for prompts.</summary>
    public TransferCalibration PromptTransfer { get; init; } = TransferCalibration.Unknown;

    /// <summary>Where the figures that the fit does not touch come from, by their keys in the file.</summary>
    public ImmutableDictionary<string, string> Sources { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>The memory of the machine that the program runs on, as probed. It replaces what specifications say about it.</summary>
/// <param name="ReadBandwidth">Bandwidth that reading threads reach.</param>
public sealed record ProbedMemory(BytesPerSecond ReadBandwidth)
{
    /// <summary>
    /// Share of the probed bandwidth assumed for generation: llama.cpp reached 0.85 of it with a 7B Q4_0 model on two cores, a
    /// little more where cores are plenty.
    /// </summary>
    public const double UsualShare = 0.88;
}
