using System.Collections.Frozen;
using System.Globalization;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Catalogs;

/// <summary>
/// What parts without a price cost by their class: RAM by the GB of its type, drives by the TB of their interface, supplies by the watt of their
/// badge, boards by their socket, cases and coolers as the middle one of their kind. Always told as an estimate. Processors and cards have none:
/// their prices follow no such measure.
/// </summary>
public sealed class PriceEstimates
{
    // Fewer prices tell no class.
    private const int Fewest = 3;

    // RAM and drives of a year ago cost another price today.
    private const int FreshMonths = 12;

    private readonly FrozenDictionary<string, Measure> _measures;

    internal PriceEstimates(IEnumerable<Part> parts, IEnumerable<PriceSeen> seen)
    {
        var prices = parts.SelectMany(p => p.Prices.Select(price => (Part: p, Price: price)))
            .Concat(seen.Where(s => s.Ram is not null).Select(s => (Part: (Part)s.Ram!, s.Price)));
        _measures = (from price in prices
                     from of in Classes(price.Part)
                     group (Rate: (double)price.Price.Amount.Amount / of.Units, price.Price) by of.Class into members
                     let measure = Measure.Of(members)
                     where measure is not null
                     select (members.Key, measure)).ToFrozenDictionary(m => m.Key, m => m.measure, StringComparer.Ordinal);
    }

    /// <summary>No estimates.</summary>
    public static PriceEstimates None { get; } = new([], []);

    /// <summary>The part with an estimate in place of a price that it lacks, or that is too old where its class's prices have moved on.</summary>
    public T Fill<T>(T part)
        where T : Part
    {
        if (part.Price is { } known && !(part is MemoryKit or Ssd && IsStale(part, known))) return part;
        return Of(part) is { } estimate ? (T)(Part)(part with { Price = estimate }) : part;
    }

    private bool IsStale(Part part, Price price) =>
        Classes(part).Select(c => _measures.GetValueOrDefault(c.Class)).OfType<Measure>().Any(m => m.Newest - PartPrices.Months(price.AsOf) > FreshMonths);

    private Price? Of(Part part)
    {
        foreach (var of in Classes(part))
        {
            if (_measures.GetValueOrDefault(of.Class) is not { } measure) continue;
            var unit = of.Unit is { } one ? string.Create(CultureInfo.InvariantCulture, $"{measure.Middle:0.##} USD per {one} of {of.Class}") : $"the middle of {of.Class}";
            return new Price(Money(measure.Middle * of.Units), measure.Month, measure.Condition)
            {
                Low = Money(measure.Low * of.Units),
                High = Money(measure.High * of.Units),
                Basis = $"{unit}, by {measure.Count} prices",
            };
        }

        return null;
    }

    // The narrowest class first.
    private static IEnumerable<PriceClass> Classes(Part part) => part switch
    {
        MemoryKit kit => [new($"{kit.Type.ToString().ToUpperInvariant()}{(kit.Registered ? " RDIMM" : "")}", Math.Max(1, kit.Capacity.GiB), "GB")],
        Ssd ssd => [new(ssd.Interface == SsdInterface.Sata ? "SATA drives" : $"NVMe drives{(ssd.Pcie is { } link ? $" of PCIe {link.Gen}.0" : "")}", Math.Max(0.01, ssd.Capacity.Count / 1e12), "TB")],
        Psu psu => [new($"supplies with 80 PLUS {psu.Efficiency}", Math.Max(1, psu.Power.Value), "W"), new("supplies", Math.Max(1, psu.Power.Value), "W")],
        Motherboard board => [new($"{board.Socket} boards", 1, null), new("boards", 1, null)],
        PcCase => [new("cases", 1, null)],
        Cooler => [new("coolers", 1, null)],
        _ => [],
    };

    private static Money Money(double amount) => Units.Money.FromUsd(amount < 100 ? Math.Round((decimal)amount) : 10 * Math.Round((decimal)amount / 10));

    private sealed record PriceClass(string Class, double Units, string? Unit);

    private sealed record Measure(double Low, double Middle, double High, int Count, int Newest, string? Month, PartCondition Condition)
    {
        /// <summary>Middle and quartiles of the fresh prices of a class; null when they are too few.</summary>
        public static Measure? Of(IEnumerable<(double Rate, Price Price)> members)
        {
            var newest = members.MaxBy(m => PartPrices.Months(m.Price.AsOf)).Price;
            var months = PartPrices.Months(newest.AsOf);
            var fresh = members.Where(m => months - PartPrices.Months(m.Price.AsOf) <= FreshMonths).OrderBy(m => m.Rate).ToArray();
            if (fresh.Length < Fewest) return null;
            double At(double share) => fresh[(int)Math.Round(share * (fresh.Length - 1))].Rate;
            var used = fresh.Count(m => m.Price.Condition != PartCondition.New) * 2 > fresh.Length;
            return new Measure(At(0.25), At(0.5), At(0.75), fresh.Length, months, newest.AsOf, used ? PartCondition.Used : PartCondition.New);
        }
    }
}
