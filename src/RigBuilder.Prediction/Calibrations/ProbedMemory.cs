using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Calibrations;

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
