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

    /// <summary>A typical price with its date, or null when none is known.</summary>
    public Price? Price { get; init; }

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
public sealed record Price(Money Amount, string? AsOf, PartCondition Condition);

/// <summary>Whether a price is for a new or a used part.</summary>
public enum PartCondition
{
    /// <summary>Sold new.</summary>
    New,

    /// <summary>Sold used; the part is usually no longer made.</summary>
    Used,
}
