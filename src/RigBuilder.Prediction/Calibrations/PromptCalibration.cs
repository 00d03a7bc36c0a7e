using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>
/// Prompt processing on a GPU: t = 2 · elements · tokens / (rate · η) + attention / (rate · η · α), per micro-batch one reading
/// of the weights and a fixed time per layer. The rate is the dense FP16 rate of matrix units, or the FP32 rate of chips
/// without.
/// </summary>
public sealed record PromptCalibration
{
    /// <summary>ln η: share of the rate that is reached.</summary>
    public required EffectTable Efficiency { get; init; }

    /// <summary>Change of ln η per unit of ln(rate / 100 TFLOP/s).</summary>
    public double RateSlope { get; init; }

    /// <summary>Effect on ln η of routed experts (small matrices).</summary>
    public double ExpertEffect { get; init; }

    /// <summary>ln α: attention relative to weights, with flash attention.</summary>
    public double AttentionEffect { get; init; }

    /// <summary>The same without flash attention.</summary>
    public double AttentionEffectWithoutFlash { get; init; }

    /// <summary>Fixed time per layer and micro-batch.</summary>
    public Duration PerLayer { get; init; }

    /// <summary>Gain in prompt speed per additional GPU in a layer split (pipelined batches).</summary>
    public double GainPerGpu { get; init; }

    /// <summary>Half widths of the range.</summary>
    public required SpreadCalibration Spread { get; init; }

    /// <summary>How far a measured factor carries over to another model on the same card.</summary>
    public TransferCalibration Transfer { get; init; } = TransferCalibration.Unknown;
}
