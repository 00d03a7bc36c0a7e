using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Rigs;

/// <summary>What a person says of the very parts of a selection, beyond their catalog entry. Nulls say nothing.</summary>
public sealed record AsBuilt
{
    /// <summary>Nothing is said.</summary>
    public static AsBuilt Unsaid { get; } = new();

    /// <summary>Power limit of each card.</summary>
    public Watts? PowerLimit { get; init; }

    /// <summary>Link of each card, where it is not that of its slot.</summary>
    public PcieLink? Link { get; init; }

    /// <summary>What makes the link: "riser", "bifurcation", "oculink", "chipset"; null when not told.</summary>
    public string? LinkBy { get; init; }

    /// <summary>New or used.</summary>
    public PartCondition? Condition { get; init; }

    /// <summary>What one of them costs or did cost.</summary>
    public Money? Price { get; init; }

    /// <summary>Whether they are there already and need not be bought.</summary>
    public bool Owned { get; init; }

    /// <summary>The catalog's part as it is in the rig.</summary>
    public T Of<T>(T part)
        where T : Part
    {
        if (this == Unsaid) return part;
        var price = Price is { } amount ? new Price(amount, null, Condition ?? part.Price?.Condition ?? PartCondition.New) : part.Price;
        Part said = part with { Price = price, Owned = Owned };
        if (said is Gpu gpu) said = gpu with { PowerLimit = PowerLimit, Link = Link is { } link ? gpu.Pcie?.Negotiate(link) ?? link : null };
        return (T)said;
    }
}
