using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>What every catalog part has. Parts are immutable; two parts with one id are the same part.</summary>
public abstract record Part
{
    /// <summary>Stable kebab-case id, unique among the parts of its kind.</summary>
    public required string Id { get; init; }

    /// <summary>Full retail name.</summary>
    public required string Name { get; init; }

    /// <summary>The slot this part goes into.</summary>
    public abstract PartKind Kind { get; }

    /// <summary>Other exact names under which the part is found (never matched loosely).</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The price that sums take: the one of <see cref="Prices"/> that decides, or an estimate; null when there is neither.</summary>
    public Price? Price { get; init; }

    /// <summary>All prices seen, one a condition at most.</summary>
    public ImmutableArray<Price> Prices { get; init; } = [];

    /// <summary>Whether this very part is there already and need not be bought. Never in a catalog.</summary>
    public bool Owned { get; init; }

    /// <summary>Whether this very part comes with the machine of its rig, in the machine's price and power. Never in a catalog.</summary>
    public bool Included { get; init; }

    /// <summary>Year of release, or null.</summary>
    public int? Released { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string? Source { get; init; }

    /// <summary>Anything a buyer should know, in one or two sentences.</summary>
    public string? Note { get; init; }
}

/// <summary>A price seen somewhere at some time.</summary>
/// <param name="Amount">The amount for one part (one kit for RAM).</param>
/// <param name="AsOf">Month of the observation, "2025-07", or null when unknown.</param>
/// <param name="Condition">New or used.</param>
public sealed record Price(Money Amount, string? AsOf, PartCondition Condition)
{
    /// <summary>The least that was asked; null when one figure is all that is known.</summary>
    public Money? Low { get; init; }

    /// <summary>The most that was asked; null when one figure is all that is known.</summary>
    public Money? High { get; init; }

    /// <summary>Who saw it; null when not noted.</summary>
    public string? Source { get; init; }

    /// <summary>What an estimate rests on ("2.90 USD per GB of DDR5, by 23 kits"); null for a price that was seen.</summary>
    public string? Basis { get; init; }

    /// <summary>Whether it was never seen but follows from prices of its class.</summary>
    public bool IsEstimate => Basis is not null;
}

/// <summary>Whether a price is for a new or a used part.</summary>
public enum PartCondition
{
    /// <summary>Sold new.</summary>
    New,

    /// <summary>Sold used; the part is usually no longer made.</summary>
    Used,

    /// <summary>Used, and tested or repaired by its seller.</summary>
    Refurbished,
}
