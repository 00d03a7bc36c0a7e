using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Runtime;

/// <summary>One run of a test.</summary>
/// <param name="Tokens">Tokens processed or generated.</param>
/// <param name="Elapsed">Wall time; above zero.</param>
/// <param name="CpuShare">
/// CPU time of the process divided by wall time and threads, 0 to about 1; null when the CPU is not what computes.
/// </param>
public sealed record TestRun(int Tokens, Duration Elapsed, double? CpuShare)
{
    /// <summary>
    /// Speed of the fastest uninterrupted stretch of a generation (<see cref="TokenStretch"/>): what the machine can do at least,
    /// whatever disturbed the rest. Null for prompts and for runs too short to hold one.
    /// </summary>
    public TokensPerSecond? BestStretch { get; init; }

    /// <summary>Tokens over time.</summary>
    public TokensPerSecond Speed => TokensPerSecond.FromValue(Tokens / Elapsed.Seconds);
}
