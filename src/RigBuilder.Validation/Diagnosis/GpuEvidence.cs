using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Diagnosis;

/// <summary>What is known about a graphics card that may explain a shortfall.</summary>
/// <param name="Name">Its name.</param>
public sealed record GpuEvidence(string Name)
{
    /// <summary>PCIe lanes in use.</summary>
    public int? Lanes { get; init; }

    /// <summary>PCIe lanes that card and slot allow.</summary>
    public int? LanesPossible { get; init; }

    /// <summary>Enforced power limit.</summary>
    public Watts? PowerLimit { get; init; }

    /// <summary>Power limit the card is sold with.</summary>
    public Watts? DefaultPowerLimit { get; init; }
}
