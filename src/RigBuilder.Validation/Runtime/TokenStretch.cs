using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Runtime;

/// <summary>Finds the fastest stretch of a generation: where others interrupt, it tells what the machine does in between.</summary>
public static class TokenStretch
{
    /// <summary>Tokens of a stretch: short enough to fit between interruptions, long enough not to be luck.</summary>
    public const int Tokens = 16;

    /// <summary>The fastest <see cref="Tokens"/> tokens in a row; null when there are fewer.</summary>
    /// <param name="ends">Time at which each token was done, in seconds since any moment; not descending.</param>
    public static TokensPerSecond? Fastest(ReadOnlySpan<double> ends)
    {
        var best = double.PositiveInfinity;
        for (var last = Tokens; last < ends.Length; last++) best = Math.Min(best, ends[last] - ends[last - Tokens]);
        return best is > 0 and < double.PositiveInfinity ? TokensPerSecond.FromValue(Tokens / best) : null;
    }
}
