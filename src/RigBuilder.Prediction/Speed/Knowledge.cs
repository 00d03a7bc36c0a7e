using RigBuilder.Domain.Parts;
using RigBuilder.Prediction.Calibrations;

namespace RigBuilder.Prediction.Speed;

/// <summary>How much the fit knows of a card on a backend.</summary>
/// <param name="Spread">Half width of the range in ln units.</param>
/// <param name="Basis">What the figure rests on.</param>
/// <param name="Source">Which levels of the fit apply, in words.</param>
internal readonly record struct Knowledge(double Spread, Basis Basis, string Source)
{
    /// <summary>
    /// The same for a part of the work that short runs hardly hold (the cache, attention): measured or not, no narrower than
    /// without measurement.
    /// </summary>
    public Knowledge AtLeast(double spread) => this with { Spread = Math.Max(Spread, spread) };

    /// <summary>The same under a power limit that makes the card so many times as fast: what it costs may as well be nothing or twice as much.</summary>
    public Knowledge Under(double factor, Domain.Units.Watts limit, LaunchCalibration launch) => this with
    {
        Spread = Spread + launch.PowerSpread + Math.Abs(Math.Log(factor)),
        Source = FormattableString.Invariant($"{Source}; at {limit} {factor:0.00} times as fast: {launch.Sources.GetValueOrDefault("power", "public rows")}"),
    };

    /// <summary>What a table knows of a card.</summary>
    /// <param name="table">The effects.</param>
    /// <param name="spread">Half widths by level.</param>
    /// <param name="key">The card on its backend.</param>
    /// <param name="gpu">The card.</param>
    public static Knowledge Of(EffectTable table, SpreadCalibration spread, in CardKey key, Gpu gpu)
    {
        if (gpu.Bandwidth.Value <= 0 || !table.Backends.ContainsKey(key.Backend))
            return new Knowledge(spread.Unknown, Basis.Guess, $"guess: {key.Backend} or the card's figures are not in the fit");
        if (table.Cards.ContainsKey(key.Card)) return new Knowledge(spread.Card, Basis.Fitted, "fitted on this card");
        if (table.Pairs.ContainsKey(key.Pair))
            return new Knowledge(spread.Architecture, Basis.Fitted, $"fitted on other {key.Architecture} cards with {key.Backend}");
        return table.Architectures.ContainsKey(key.Architecture)
            ? new Knowledge(spread.Related, Basis.Fitted, $"fitted on {key.Architecture} and on {key.Backend}, not on both together")
            : new Knowledge(spread.Backend, Basis.Guess, $"guess: fitted on other architectures with {key.Backend}");
    }
}
