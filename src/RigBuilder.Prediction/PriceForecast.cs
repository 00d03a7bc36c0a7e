using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction;

/// <summary>What the parts cost that must be bought.</summary>
/// <param name="Total">Sum of the prices, estimates included; what has neither counts nothing and is told by <see cref="Unpriced"/>.</param>
/// <param name="Unpriced">Names of parts with neither a price nor an estimate.</param>
/// <param name="PerTokenRate">Total divided by generation speed, USD per tok/s; null when nothing runs or a price is missing.</param>
public sealed record PriceForecast(Money Total, ImmutableArray<string> Unpriced, Money? PerTokenRate)
{
    /// <summary>Sum of the least that was asked.</summary>
    public Money Low { get; init; }

    /// <summary>Sum of the most that was asked.</summary>
    public Money High { get; init; }

    /// <summary>The part of <see cref="Total"/> that is estimated.</summary>
    public Money Estimated { get; init; }

    /// <summary>Names of the parts whose price is an estimate.</summary>
    public ImmutableArray<string> EstimatedParts { get; init; } = [];

    /// <summary>Names of the parts that are taken used or refurbished.</summary>
    public ImmutableArray<string> Used { get; init; } = [];

    /// <summary>Month of the oldest price ("2025-07"); null when none tells its month.</summary>
    public string? Oldest { get; init; }

    /// <summary>Month of the newest price; null when none tells its month.</summary>
    public string? Newest { get; init; }

    /// <summary>How many parts must be bought.</summary>
    public int Bought { get; init; }

    /// <summary>Whether every part that must be bought has a price or an estimate.</summary>
    public bool IsComplete => Unpriced.IsEmpty;

    /// <summary>The sum in words: "1,234 USD", "about …" where estimates are in it, "at least …" where prices are missing; never a zero that is not one.</summary>
    public string Words => Bought == 0 ? "nothing to buy"
        : Unpriced.Length == Bought ? "not known"
        : $"{(!IsComplete ? "at least " : EstimatedParts.IsEmpty ? "" : "about ")}{Total}";

    /// <summary>The sum in few characters: "1,234 USD", "≈ …", "≥ …", "?".</summary>
    public string Short => Bought == 0 ? "–" : Unpriced.Length == Bought ? "?" : $"{(!IsComplete ? "≥ " : EstimatedParts.IsEmpty ? "" : "≈ ")}{Total}";

    /// <summary>What to know of the sum: its span, the months of its prices, what is used, what is estimated, what is missing.</summary>
    public ImmutableArray<string> Notes
    {
        get
        {
            var notes = ImmutableArray.CreateBuilder<string>();
            if (Low < Total || High > Total) notes.Add($"{Low} to {High}");
            if (Newest is { } newest) notes.Add(Oldest == newest ? $"prices of {newest}" : $"prices of {Oldest} to {newest}");
            if (!Used.IsEmpty) notes.Add($"used: {string.Join(", ", Used.Distinct())}");
            if (!EstimatedParts.IsEmpty)
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{(Total > Money.Zero ? Math.Round(100 * Estimated.Amount / Total.Amount) : 0)} % estimated: {string.Join(", ", EstimatedParts.Distinct())}"));
            if (!Unpriced.IsEmpty) notes.Add($"no price: {string.Join(", ", Unpriced.Distinct())}");
            return notes.ToImmutable();
        }
    }
}
