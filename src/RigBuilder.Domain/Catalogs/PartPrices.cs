using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Catalogs;

/// <summary>Gives parts the prices that were seen of them, and says which one decides.</summary>
internal static class PartPrices
{
    // A new part is bought new as long as shops have it: as long as its price is about as fresh as that of a used one.
    private const int FreshMonths = 3;

    /// <summary>The parts with their prices: those of price files stand before a part's own of the same condition.</summary>
    public static IEnumerable<Part> Apply(IEnumerable<Part> parts, IReadOnlyCollection<PriceSeen> seen)
    {
        var byId = seen.Where(s => s.Id is not null).ToLookup(s => s.Id!, s => s.Price, StringComparer.Ordinal);
        foreach (var part in parts)
        {
            ImmutableArray<Price> own = part.Prices.IsEmpty && part.Price is { } price ? [price] : part.Prices;
            ImmutableArray<Price> prices = [.. byId[part.Id].Concat(own).DistinctBy(p => p.Condition)];
            yield return prices.IsEmpty ? part : part with { Prices = prices, Price = Deciding(prices) };
        }
    }

    /// <summary>The price that decides: the new one where it is not a quarter older than the newest of all, else the newest.</summary>
    public static Price Deciding(ImmutableArray<Price> prices)
    {
        var newest = prices.MaxBy(p => Months(p.AsOf))!;
        return prices.FirstOrDefault(p => p.Condition == PartCondition.New && Months(newest.AsOf) - Months(p.AsOf) <= FreshMonths) ?? newest;
    }

    /// <summary>A month as a number of months; 0 when none is told, so that a price without date is the oldest.</summary>
    public static int Months(string? month) =>
        month is { Length: 7 } && int.TryParse(month.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(month.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (year * 12) + number : 0;
}
