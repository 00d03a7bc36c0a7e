using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>llama.cpp on a CPU.</summary>
public sealed record CpuCalibration
{
    /// <summary>Share of the peak memory bandwidth that generation reaches.</summary>
    public required double BandwidthEfficiency { get; init; }

    /// <summary>ln effects of weight types on that share.</summary>
    public ImmutableDictionary<string, double> Types { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Weight bytes that a core decodes per clock cycle during generation, with AVX2.</summary>
    public required double BytesPerCoreCycle { get; init; }

    /// <summary>Floating-point operations per core and clock cycle during prompt processing, with AVX2.</summary>
    public required double OperationsPerCoreCycle { get; init; }

    /// <summary>Factor on the latter with AVX-512.</summary>
    public double Avx512Gain { get; init; } = 1;

    /// <summary>Factor on both without AVX2.</summary>
    public double WithoutAvx2 { get; init; } = 0.5;

    /// <summary>ln effects of weight types on the prompt rate.</summary>
    public ImmutableDictionary<string, double> PromptTypes { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Time per token and layer that does not depend on sizes.</summary>
    public Duration FixedPerLayer { get; init; }

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

    /// <summary>What was measured on this very machine; null to rest on specifications.</summary>
    public MeasuredCpu? Measured { get; init; }
}
