using System.Collections.Immutable;

namespace RigBuilder.Fit.Models;

/// <summary>
/// How far the effects of a speed's three quantities may move: standard deviations of their priors, the same for backends,
/// architectures, cards and weight types. They are chosen by leaving cards out (<see cref="PriorSearch"/>), never by hand.
/// </summary>
/// <param name="First">Of the rate at which weights are read (generation) or multiplied (prompts).</param>
/// <param name="Second">Of the fixed time per layer (generation) or of types, segments and cards (prompts).</param>
/// <param name="Third">Of the arithmetic rate of generation; not used for prompts.</param>
internal sealed record PriorWidths(double First, double Second, double Third)
{
    /// <summary>The widths that are tried.</summary>
    public static IReadOnlyList<double> Tried { get; } = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6];

    /// <summary>Where the search starts: the middle of all.</summary>
    public static PriorWidths Middle { get; } = new(0.2, 0.2, 0.2);

    /// <summary>Widths from a list; missing ones are middling.</summary>
    public static PriorWidths Of(ImmutableArray<double> widths) => new(
        widths.ElementAtOrDefault(0) is > 0 and var a ? a : Middle.First, widths.ElementAtOrDefault(1) is > 0 and var b ? b : Middle.Second,
        widths.ElementAtOrDefault(2) is > 0 and var c ? c : Middle.Third);

    /// <summary>Widths of several folds from one list.</summary>
    public static IReadOnlyList<PriorWidths> OfFolds(ImmutableArray<double> widths, int count) => [.. widths.Chunk(count).Select(fold => Of([.. fold]))];

    /// <summary>The first widths as a list.</summary>
    public ImmutableArray<double> ToArray(int count) => [.. ((double[])[First, Second, Third]).Take(count)];

    /// <summary>The neighbours that differ in one width.</summary>
    public IEnumerable<PriorWidths> Variants(int which) => Tried.Select(width => which switch
    {
        0 => this with { First = width },
        1 => this with { Second = width },
        _ => this with { Third = width },
    });
}
