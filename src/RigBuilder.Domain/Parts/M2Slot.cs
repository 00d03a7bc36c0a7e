namespace RigBuilder.Domain.Parts;

/// <summary>An M.2 socket.</summary>
/// <param name="Gen">PCIe generation.</param>
/// <param name="Lanes">Electrical lanes.</param>
/// <param name="FromCpu">Whether the lanes come from the CPU (else from the chipset).</param>
public sealed record M2Slot(int Gen, int Lanes, bool FromCpu = false);
