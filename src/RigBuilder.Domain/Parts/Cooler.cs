using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A CPU cooler.</summary>
public sealed record Cooler : Part
{
    /// <inheritdoc/>
    public override PartKind Kind => PartKind.Cooler;

    /// <summary>Air or closed-loop liquid.</summary>
    public required CoolerType Type { get; init; }

    /// <summary>Sockets it mounts on.</summary>
    public required ImmutableArray<string> Sockets { get; init; }

    /// <summary>Height above the board (air coolers). Null for liquid ones.</summary>
    public Millimetres? Height { get; init; }

    /// <summary>Radiator length (liquid coolers). Null for air ones.</summary>
    public Millimetres? Radiator { get; init; }

    /// <summary>Heat it can carry away, by the maker or by tests. Null when unknown.</summary>
    public Watts? MaxTdp { get; init; }
}

/// <summary>Kind of CPU cooler.</summary>
public enum CoolerType
{
    /// <summary>Heatsink with fan.</summary>
    Air,

    /// <summary>Closed-loop liquid cooler.</summary>
    Liquid,
}
