namespace RigBuilder.Prediction.Calibrations;

/// <summary>
/// Prompt processing on a GPU in batches: t per batch = 2 · active parameters · tokens / (rate · η) + weights / bandwidth, where the
/// rate is the dense FP16 rate of matrix units, or the FP32 rate of chips without.
/// </summary>
public sealed record PromptCalibration
{
    /// <summary>Share η of the rate that is reached.</summary>
    public required EffectModel Efficiency { get; init; }

    /// <summary>ln effect on η for routed experts (small matrices).</summary>
    public double ExpertEffect { get; init; }

    /// <summary>Efficiency of the attention arithmetic relative to the weights' with flash attention.</summary>
    public double AttentionEfficiency { get; init; } = 0.5;

    /// <summary>The same without flash attention.</summary>
    public double AttentionEfficiencyWithoutFlash { get; init; } = 0.25;

    /// <summary>Gain in prompt speed per additional equal GPU in a layer split (pipelined batches).</summary>
    public double GainPerGpu { get; init; }
}
