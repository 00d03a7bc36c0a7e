using System.Collections.Immutable;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Systems;

/// <summary>Price of a rig.</summary>
internal static class Prices
{
    /// <summary>Sum of the known prices of what must be bought, names of the unpriced parts, and price per unit of speed.</summary>
    public static PriceForecast Of(Rig rig, TokensPerSecond? decode)
    {
        var total = Money.Zero;
        var unpriced = ImmutableArray.CreateBuilder<string>();
        var any = false;
        foreach (var part in rig.Parts)
        {
            any = true;
            if (part.Owned || part.Included) continue;
            if (part.Price is { } price) total += price.Amount;
            else unpriced.Add(part.Name);
        }

        Money? rate = any && unpriced.Count == 0 && decode is { Value: > 0.001 } speed ? Money.FromUsd(total.Amount / (decimal)speed.Value) : null;
        return new PriceForecast(total, unpriced.ToImmutable(), rate);
    }
}
