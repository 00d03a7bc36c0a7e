namespace RigBuilder.Domain.Parts;

/// <summary>A PCIe slot of a motherboard.</summary>
/// <param name="Size">Mechanical size in lanes (16 takes any card).</param>
/// <param name="Gen">Generation.</param>
/// <param name="Lanes">Electrical lanes when no sharing takes any away.</param>
/// <param name="Position">Expansion position counted from the top of an ATX board, 1–8; two slots' distance is the room for a card.</param>
/// <param name="FromCpu">Whether the lanes come from the CPU (else from the chipset).</param>
/// <param name="SharedLanes">Lanes left when <paramref name="SharesWith"/> is in use; null when nothing is shared.</param>
/// <param name="SharesWith">Position of the slot that takes lanes away when it is in use; null when none.</param>
public sealed record PcieSlot(int Size, int Gen, int Lanes, int Position, bool FromCpu = true, int? SharedLanes = null, int? SharesWith = null);
