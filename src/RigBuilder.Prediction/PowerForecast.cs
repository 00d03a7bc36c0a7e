using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction;

/// <summary>Power and energy.</summary>
public sealed record PowerForecast
{
    /// <summary>Draw of all parts at their rated limits at once.</summary>
    public required Watts Rated { get; init; }

    /// <summary>Millisecond peak that the supply must ride through.</summary>
    public required Watts Peak { get; init; }

    /// <summary>Draw while generating.</summary>
    public required Watts Generating { get; init; }

    /// <summary>Supply rating recommended for these parts: rated draw with headroom, rounded up to a size on sale; null for a machine with a supply of its own.</summary>
    public required Watts? RecommendedPsu { get; init; }

    /// <summary>Rated draw as share of the supply's rating; null without supply.</summary>
    public double? PsuLoad { get; init; }

    /// <summary>Energy for a million generated tokens (one user); null when nothing runs.</summary>
    public Energy? PerMillionTokens { get; init; }

    /// <summary>Electricity cost of a million generated tokens; null when nothing runs.</summary>
    public Money? CostPerMillionTokens { get; init; }

    /// <summary>Weakest basis of what went in.</summary>
    public required Basis Basis { get; init; }

    /// <summary>What the figures are made of.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];
}
