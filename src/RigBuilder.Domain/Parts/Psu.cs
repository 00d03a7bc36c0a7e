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

/// <summary>80 PLUS efficiency badge, lowest first.</summary>
public enum PsuEfficiency
{
    /// <summary>No badge.</summary>
    None,

    /// <summary>80 PLUS.</summary>
    White,

    /// <summary>80 PLUS Bronze.</summary>
    Bronze,

    /// <summary>80 PLUS Silver.</summary>
    Silver,

    /// <summary>80 PLUS Gold.</summary>
    Gold,

    /// <summary>80 PLUS Platinum.</summary>
    Platinum,

    /// <summary>80 PLUS Titanium.</summary>
    Titanium,
}

/// <summary>Size of a power supply.</summary>
public enum PsuFormFactor
{
    /// <summary>ATX (PS/2).</summary>
    Atx,

    /// <summary>SFX.</summary>
    Sfx,

    /// <summary>SFX-L.</summary>
    SfxL,
}

/// <summary>Power connectors between supply, board and cards.</summary>
public enum PowerConnector
{
    /// <summary>PCIe 6-pin, 75 W.</summary>
    Pcie6Pin,

    /// <summary>PCIe 8-pin (6+2), 150 W.</summary>
    Pcie8Pin,

    /// <summary>16-pin 12VHPWR or 12V-2x6, up to 600 W.</summary>
    TwelveVhpwr,

    /// <summary>CPU 4+4-pin (EPS12V).</summary>
    Eps8Pin,
}

/// <summary>A number of equal connectors.</summary>
/// <param name="Type">The connector.</param>
/// <param name="Count">How many, 1 or more.</param>
public readonly record struct ConnectorCount(PowerConnector Type, int Count);
