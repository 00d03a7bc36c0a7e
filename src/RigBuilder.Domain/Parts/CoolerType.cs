namespace RigBuilder.Domain.Parts;

/// <summary>Kind of CPU cooler.</summary>
public enum CoolerType
{
    /// <summary>Heatsink with fan.</summary>
    Air,

    /// <summary>Closed-loop liquid cooler.</summary>
    Liquid,
}
