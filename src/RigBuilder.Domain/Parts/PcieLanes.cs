namespace RigBuilder.Domain.Parts;

/// <summary>The PCIe lanes a processor offers (more than one device's worth, so no link).</summary>
/// <param name="Gen">Highest generation.</param>
/// <param name="Lanes">Usable lanes.</param>
public readonly record struct PcieLanes(int Gen, int Lanes);
