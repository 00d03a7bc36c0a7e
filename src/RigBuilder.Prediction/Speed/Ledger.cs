using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Speed;

/// <summary>Adds up the times a figure is made of, with their ranges, and remembers the largest.</summary>
internal sealed class Ledger
{
    private readonly ImmutableArray<Term>.Builder _terms = ImmutableArray.CreateBuilder<Term>(6);
    private double _seconds;
    private double _spread;
    private double _largest;
    private string? _limit;
    private Basis _basis;

    /// <summary>Adds a time.</summary>
    /// <param name="name">What takes the time.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="spread">Half width of its range in ln units.</param>
    /// <param name="basis">What it rests on.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="limit">What limits the figure when this time is the largest.</param>
    public void Add(string name, double seconds, double spread, Basis basis, string source, string limit)
    {
        if (seconds <= 0) return;
        _terms.Add(new Term(name, Duration.FromSeconds(seconds).ToQuantity(), basis, source));
        _seconds += seconds;
        _spread += seconds * spread;
        if (basis > _basis) _basis = basis;
        if (seconds > _largest) (_largest, _limit) = (seconds, limit);
    }

    /// <summary>The time added up so far.</summary>
    public double Seconds => _seconds;

    /// <summary>Widens the range by what is uncertain of so many of the seconds besides.</summary>
    /// <param name="spread">Half width in ln units.</param>
    /// <param name="seconds">The seconds.</param>
    public void Widen(double spread, double seconds) => _spread += seconds * spread;

    /// <summary>Adds a time that a fit stands behind.</summary>
    public void Add(string name, double seconds, in Knowledge knowledge, string limit) =>
        Add(name, seconds, knowledge.Spread, knowledge.Basis, knowledge.Source, limit);

    /// <summary>The speed at which so many tokens take the time added up.</summary>
    public Estimate<TokensPerSecond> ToSpeed(double tokens)
    {
        var value = tokens / Math.Max(1e-9, _seconds);
        var factor = Factor();
        return new Estimate<TokensPerSecond>(
            TokensPerSecond.FromValue(value), TokensPerSecond.FromValue(value / factor), TokensPerSecond.FromValue(value * factor), _basis, _terms.ToImmutable())
        { Limit = _limit };
    }

    /// <summary>The time added up.</summary>
    public Estimate<Duration> ToDuration()
    {
        var factor = Factor();
        return new Estimate<Duration>(
            Duration.FromSeconds(_seconds), Duration.FromSeconds(_seconds / factor), Duration.FromSeconds(_seconds * factor), _basis, _terms.ToImmutable())
        { Limit = _limit };
    }

    // Errors of several devices are not independent (one backend, one build), so the parts' ranges add up.
    private double Factor() => Math.Exp(_seconds > 0 ? _spread / _seconds : 0);
}
