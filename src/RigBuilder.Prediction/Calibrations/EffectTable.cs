using System.Collections.Immutable;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>
/// A hierarchical model of ln of a quantity (an efficiency, a time): an intercept plus shrunken effects of the backend, the chip
/// architecture, the pair of both, the market segment, the weight type, flash attention, and the card itself. Levels that the
/// fit never saw count zero, so an unseen card gets its architecture's figure and an unseen architecture its backend's.
/// </summary>
public sealed record EffectTable
{
    private static readonly ImmutableDictionary<string, double> None = ImmutableDictionary<string, double>.Empty;

    /// <summary>ln of the quantity where every effect is zero.</summary>
    public required double Intercept { get; init; }

    /// <summary>Effects of llama.cpp backends.</summary>
    public ImmutableDictionary<string, double> Backends { get; init; } = None;

    /// <summary>Effects of chip architectures.</summary>
    public ImmutableDictionary<string, double> Architectures { get; init; } = None;

    /// <summary>Effects of "backend/architecture" pairs beyond their sum.</summary>
    public ImmutableDictionary<string, double> Pairs { get; init; } = None;

    /// <summary>Effects of market segments ("workstation"; error-correcting memory costs bandwidth).</summary>
    public ImmutableDictionary<string, double> Segments { get; init; } = None;

    /// <summary>Effects of weight types ("q4_k").</summary>
    public ImmutableDictionary<string, double> Types { get; init; } = None;

    /// <summary>Effects of running without flash attention, by backend.</summary>
    public ImmutableDictionary<string, double> WithoutFlash { get; init; } = None;

    /// <summary>Effects of single cards, by "backend/card family".</summary>
    public ImmutableDictionary<string, double> Cards { get; init; } = None;

    /// <summary>The sum for a card.</summary>
    /// <param name="key">The card on its backend.</param>
    /// <param name="type">Weight type.</param>
    /// <param name="flash">Whether flash attention is on.</param>
    internal double Of(in CardKey key, string type, bool flash) =>
        Intercept
        + Backends.GetValueOrDefault(key.Backend)
        + Architectures.GetValueOrDefault(key.Architecture)
        + Pairs.GetValueOrDefault(key.Pair)
        + Segments.GetValueOrDefault(key.Segment)
        + Types.GetValueOrDefault(type)
        + (flash ? 0 : WithoutFlash.GetValueOrDefault(key.Backend))
        + Cards.GetValueOrDefault(key.Card);
}
