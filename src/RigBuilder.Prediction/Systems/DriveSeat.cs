using RigBuilder.Domain.Parts;

namespace RigBuilder.Prediction.Systems;

/// <summary>The place of a drive on a board.</summary>
/// <param name="HasPlace">Whether a socket or port is left for it; null without board.</param>
/// <param name="Link">The link that drive and socket agree on; null when unknown or not PCIe.</param>
public sealed record DriveSeat(bool? HasPlace, PcieLink? Link);
