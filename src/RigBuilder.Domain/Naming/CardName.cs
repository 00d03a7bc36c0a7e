using System.Collections.Immutable;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Naming;

/// <summary>A graphics card's name as drivers, tools and lspci tell it, to be compared with others and looked up. lspci lists all products of a chip.</summary>
public sealed class CardName
{
    private readonly ImmutableArray<CardReading> _readings;

    private CardName(ImmutableArray<CardReading> readings) => _readings = readings;

    /// <summary>How many products it may mean; 0 for a name that says nothing.</summary>
    public int Products => _readings.Length;

    /// <summary>Whether it says that it is a laptop's.</summary>
    public bool Laptop => _readings.Any(r => r.Laptop);

    /// <summary>Memory in the name, in GiB; null when none is said.</summary>
    public double? Gigabytes => _readings.Select(r => r.Gigabytes).FirstOrDefault(g => g is not null);

    /// <summary>Whether it holds a number, and so tells more than a family ("Radeon Graphics").</summary>
    public bool HasNumber => _readings.Any(r => r.Tokens.Any(t => char.IsAsciiDigit(t[0])));

    /// <summary>Reads a name; never fails.</summary>
    public static CardName Of(string? name) => new(CardSpelling.Of(name ?? "").Readings);

    /// <summary>Whether two names may mean one product, whatever its memory.</summary>
    public bool MayEqual(CardName other) => Laptop == other.Laptop && _readings.Any(r => other._readings.Any(o => r.Tokens.SequenceEqual(o.Tokens)));

    internal ImmutableArray<Gpu> In(CardNames names, bool laptop) => names.Named([.. _readings.Select(r => r with { Laptop = laptop || r.Laptop })]);
}
