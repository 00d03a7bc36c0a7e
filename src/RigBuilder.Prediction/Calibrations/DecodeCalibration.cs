using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>
/// Generation on a GPU: t = weights / (bandwidth · η) + cache / (bandwidth · η · κ) + fixed time (per token, per layer).
/// </summary>
public sealed record DecodeCalibration
{
    /// <summary>Share η of the peak bandwidth that reading weights reaches.</summary>
    public required EffectModel Efficiency { get; init; }

    /// <summary>Time per token that does not depend on the model, by backend; "default" for others.</summary>
    public required ImmutableDictionary<string, Duration> FixedPerToken { get; init; }

    /// <summary>Time per transformer layer (kernel launches, synchronisation), by backend; "default" for others.</summary>
    public required ImmutableDictionary<string, Duration> FixedPerLayer { get; init; }

    /// <summary>Extra time per layer with a mixture of experts.</summary>
    public Duration PerExpertLayer { get; init; }

    /// <summary>ln effect on η for the routed experts' weights (scattered reads).</summary>
    public double ExpertEffect { get; init; }

    /// <summary>Efficiency of reading the cache relative to weights, with flash attention.</summary>
    public double CacheEfficiency { get; init; } = 1;

    /// <summary>The same without flash attention.</summary>
    public double CacheEfficiencyWithoutFlash { get; init; } = 1;

    /// <summary>Time per token for each additional GPU in a layer split.</summary>
    public Duration PerHop { get; init; }
}
