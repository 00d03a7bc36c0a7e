using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A power supply.</summary>
public sealed record Psu : Part
{
    /// <inheritdoc/>
    public override PartKind Kind => PartKind.Psu;

    /// <summary>Continuous rated output.</summary>
    public required Watts Power { get; init; }

    /// <summary>Efficiency badge.</summary>
    public PsuEfficiency Efficiency { get; init; }

    /// <summary>ATX specification version (2.x before 3.0; 3.0 and 3.1 allow excursions to twice the rating).</summary>
    public required double AtxVersion { get; init; }

    /// <summary>Size of the unit.</summary>
    public PsuFormFactor FormFactor { get; init; } = PsuFormFactor.Atx;

    /// <summary>Length. Null when unknown.</summary>
    public Millimetres? Length { get; init; }

    /// <summary>Output connectors.</summary>
    public ImmutableArray<ConnectorCount> Connectors { get; init; } = [];
}
