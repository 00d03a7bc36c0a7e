using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A memory type with the highest official data rate.</summary>
/// <param name="Type">Memory technology.</param>
/// <param name="MaxSpeed">Highest official data rate with one DIMM per channel.</param>
/// <param name="MaxSpeedTwoPerChannel">Highest official data rate with two DIMMs per channel; null when unknown or the same.</param>
public sealed record MemorySupport(MemoryType Type, TransferRate MaxSpeed, TransferRate? MaxSpeedTwoPerChannel = null);
