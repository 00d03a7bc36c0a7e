using System.Text.Json.Serialization;
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
    /// <summary>Share of the processor time that an undisturbed run gets at least; under contention it falls to a half and less.</summary>
    public const double UndisturbedShare = 0.97;

    /// <summary>A run that got less says nothing.</summary>
    private const double TooLittle = 0.05;

    /// <summary>
    /// What the machine can do at least, whatever disturbed this run: the speed it had, that of its fastest stretch, or that in the
    /// processor time its threads got. The work of a run takes no less processor time when others interrupt it, waiting and
    /// emptied caches only add to it, so tokens ÷ (processor time ÷ threads) is never above the undisturbed speed. Lowered
    /// by the three hundredths that an undisturbed run may have waited.
    /// </summary>
    [JsonIgnore]
    public TokensPerSecond LowerBound => TokensPerSecond.FromValue(Math.Max(
        Math.Max(Speed.Value, BestStretch?.Value ?? 0), CpuShare is > TooLittle and < UndisturbedShare and var share ? Speed.Value * UndisturbedShare / share : 0));

    /// <summary>
    /// Speed of the fastest uninterrupted stretch of a generation (<see cref="TokenStretch"/>): what the machine can do at least,
    /// whatever disturbed the rest. Null for prompts and for runs too short to hold one.
    /// </summary>
    public TokensPerSecond? BestStretch { get; init; }

    /// <summary>Tokens over time.</summary>
    public TokensPerSecond Speed => TokensPerSecond.FromValue(Tokens / Elapsed.Seconds);
}
