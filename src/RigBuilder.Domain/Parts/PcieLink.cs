using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A PCI Express link: generation 1–7 and electrical lanes 1–16.</summary>
/// <param name="Gen">Generation.</param>
/// <param name="Lanes">Electrical lanes.</param>
public readonly record struct PcieLink(int Gen, int Lanes)
{
    // Line rate in GT/s × encoding (8b/10b up to gen 2, 128b/130b from gen 3), PCI-SIG base specifications; gen 6 and 7 use FLIT mode.
    private static readonly double[] GigabytesPerLane = [0, 0.25, 0.5, 0.985, 1.969, 3.938, 7.563, 15.125];

    /// <summary>Throughput in one direction after line encoding, before protocol overhead.</summary>
    public BytesPerSecond Bandwidth => BytesPerSecond.FromGigabytes(GigabytesPerLane[Math.Clamp(Gen, 0, 7)] * Lanes);

    /// <summary>The link two ends agree on: the lower generation and the smaller width.</summary>
    public PcieLink Negotiate(PcieLink other) => new(Math.Min(Gen, other.Gen), Math.Min(Lanes, other.Lanes));

    /// <summary>"PCIe 4.0 x16".</summary>
    public override string ToString() => $"PCIe {Gen}.0 x{Lanes}";
}

/// <summary>The PCIe lanes a processor offers (more than one device's worth, so no link).</summary>
/// <param name="Gen">Highest generation.</param>
/// <param name="Lanes">Usable lanes.</param>
public readonly record struct PcieLanes(int Gen, int Lanes);
