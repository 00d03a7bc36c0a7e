using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>What was measured on the machine that the program runs on. It replaces what specifications say about its memory.</summary>
/// <param name="ReadBandwidth">Bandwidth that reading threads reach, as probed.</param>
/// <param name="DecodeShare">Share of it that generation reached in a validation; null when only the bandwidth was probed.</param>
public sealed record MeasuredCpu(BytesPerSecond ReadBandwidth, double? DecodeShare = null)
{
    /// <summary>
    /// Share of the probed bandwidth assumed for generation: llama.cpp reached 0.85 of it with a 7B Q4_0 model on two cores, a
    /// little more where cores are plenty.
    /// </summary>
    public const double UsualShare = 0.88;
}
