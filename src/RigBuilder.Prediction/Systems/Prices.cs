using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Rigs;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Systems;

/// <summary>Price of a rig.</summary>
public static class Prices
{
    /// <summary>What the parts cost that must be bought, and the price per unit of speed.</summary>
    public static PriceForecast Of(Rig rig, TokensPerSecond? decode)
    {
        var bought = rig.Parts.Where(p => !p.Owned && !p.Included).ToArray();
        var priced = bought.Where(p => p.Price is not null).Select(p => (p.Name, Price: p.Price!)).ToArray();
        var total = Sum(priced.Select(p => p.Price.Amount));
        var months = priced.Select(p => p.Price.AsOf).OfType<string>().Order(StringComparer.Ordinal).ToArray();
        var complete = priced.Length == bought.Length && bought.Length > 0;
        return new PriceForecast(
            total,
            [.. bought.Where(p => p.Price is null).Select(p => p.Name)],
            complete && decode is { Value: > 0.001 } speed ? Money.FromUsd(total.Amount / (decimal)speed.Value) : null)
        {
            Low = Sum(priced.Select(p => p.Price.Low ?? p.Price.Amount)),
            High = Sum(priced.Select(p => p.Price.High ?? p.Price.Amount)),
            Estimated = Sum(priced.Where(p => p.Price.IsEstimate).Select(p => p.Price.Amount)),
            EstimatedParts = [.. priced.Where(p => p.Price.IsEstimate).Select(p => p.Name)],
            Used = [.. priced.Where(p => p.Price.Condition != PartCondition.New && !p.Price.IsEstimate).Select(p => p.Name)],
            Oldest = months.FirstOrDefault(),
            Newest = months.LastOrDefault(),
            Bought = bought.Length,
        };
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (a, b) => a + b);
}
