using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Rules.Appraising;

namespace RigBuilder.Advice;

/// <summary>A change of a rig that makes its quest faster, with what it takes.</summary>
/// <param name="After">The rig afterwards; it has no error that the rig before has not.</param>
/// <param name="Bought">Parts to buy: those of the change first, then those that it needs besides.</param>
/// <param name="Given">Parts that are left over.</param>
/// <param name="Net">Prices of what is bought less those of what is left over, where those are known used; negative when money is left.</param>
/// <param name="IsEstimate">Whether an estimate is among the prices of what is bought.</param>
/// <param name="Gain">Generation speed gained, tok/s, no further than the wished speed.</param>
public sealed record Upgrade(Appraisal After, ImmutableArray<Part> Bought, ImmutableArray<Part> Given, decimal Net, bool IsEstimate, double Gain)
{
    /// <summary>Speed gained for a hundred dollars, tok/s; infinite where money is left.</summary>
    public double PerHundred => Net <= 0 ? double.PositiveInfinity : Gain / (double)(Net / 100);

    /// <summary>What a part brings when it is sold: its used price; null when none is known.</summary>
    public static Money? Resale(Part part) => part.Prices.FirstOrDefault(p => p.Condition == PartCondition.Used)?.Amount;
}
