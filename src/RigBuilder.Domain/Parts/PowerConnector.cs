namespace RigBuilder.Domain.Parts;

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
