using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>
/// Generation on a GPU: t = weights / (bandwidth · η) + elements / (FP32 rate · κ) + cache / (bandwidth · η · γ)
/// + layers · τ + fixed time. See docs/PREDICTION.md.
/// </summary>
public sealed record DecodeCalibration
{
    /// <summary>ln η: share of the peak bandwidth that reading weights reaches.</summary>
    public required EffectTable Reading { get; init; }

    /// <summary>ln κ: weights decoded and multiplied per FP32 operation of the chip's rate.</summary>
    public required EffectTable Arithmetic { get; init; }

    /// <summary>ln τ in seconds: fixed time per layer (kernel launches, synchronisation).</summary>
    public required EffectTable Layer { get; init; }

    /// <summary>Effect on ln τ of layers being recurrent or linear-attention ones.</summary>
    public double RecurrentEffect { get; init; }

    /// <summary>Fixed time per token (sampling, output copy).</summary>
    public required Duration PerToken { get; init; }

    /// <summary>Extra fixed time per layer with a mixture of experts.</summary>
    public Duration PerExpertLayer { get; init; }

    /// <summary>Effect on ln η of reading routed experts (scattered).</summary>
    public double ExpertEffect { get; init; }

    /// <summary>ln γ: reading the cache relative to weights, with flash attention.</summary>
    public double CacheEffect { get; init; }

    /// <summary>The same without flash attention.</summary>
    public double CacheEffectWithoutFlash { get; init; }

    /// <summary>Time per token for each additional GPU in a layer split.</summary>
    public Duration PerHop { get; init; }

    /// <summary>Half widths of the range.</summary>
    public required SpreadCalibration Spread { get; init; }

    /// <summary>How far a measured factor carries over to another model on the same card.</summary>
    public TransferCalibration Transfer { get; init; } = TransferCalibration.Unknown;
}

/// <summary>Half widths of the range that holds nine in ten measurements, in units of ln(measured / predicted).</summary>
/// <param name="Card">For a card that the fit has seen.</param>
/// <param name="Architecture">For an unseen card of a seen architecture on a seen backend.</param>
/// <param name="Related">For a card whose architecture the fit has seen on other backends only.</param>
/// <param name="Backend">For an unseen architecture on a seen backend.</param>
/// <param name="Unknown">For an unseen backend or a card with missing figures.</param>
public sealed record SpreadCalibration(double Card, double Architecture, double Related, double Backend, double Unknown);
