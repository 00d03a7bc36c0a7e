using System.Collections.Immutable;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>
/// A hierarchical log-linear model of a device's efficiency: ln η is an intercept plus slopes on two features plus shrunken
/// effects of backend, architecture, the pair of both, and the card itself. Levels never seen in the fit count zero, so an unseen
/// card gets its architecture's figure and an unseen architecture its backend's.
/// </summary>
public sealed record EffectModel
{
    /// <summary>ln η at the reference point.</summary>
    public required double Intercept { get; init; }

    /// <summary>Change of ln η per unit of ln(bandwidth / 500 GB/s).</summary>
    public double BandwidthSlope { get; init; }

    /// <summary>Change of ln η per unit of ln((rate / bandwidth) / 50 FLOP per byte).</summary>
    public double ComputeSlope { get; init; }

    /// <summary>Effects of llama.cpp backends.</summary>
    public ImmutableDictionary<string, double> Backends { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Effects of chip architectures.</summary>
    public ImmutableDictionary<string, double> Architectures { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Effects of "backend/architecture" pairs beyond their sum.</summary>
    public ImmutableDictionary<string, double> Pairs { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Effects of "backend/card id" beyond all of that.</summary>
    public ImmutableDictionary<string, double> Cards { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Effects of weight types ("q4_k").</summary>
    public ImmutableDictionary<string, double> Types { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Effects of flash attention by backend.</summary>
    public ImmutableDictionary<string, double> FlashAttention { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Half widths of the 90 % range in ln units.</summary>
    public required SpreadCalibration Spread { get; init; }
}
