using RigBuilder.Domain.Parts;

namespace RigBuilder.Prediction.Systems;

/// <summary>The place of a card on a board.</summary>
/// <param name="Slot">The slot; null when none is left.</param>
/// <param name="Link">The link that card, slot, lane sharing and CPU agree on; null when unknown.</param>
/// <param name="SpaceOk">Whether the card fits between its neighbours and the case's last opening; null when a height is unknown.</param>
/// <param name="Room">Openings from its slot to the next card or the case's last opening; null without either limit.</param>
/// <param name="FreeBelow">Free slot openings between this card and the next one; null for the last card.</param>
public sealed record GpuSeat(PcieSlot? Slot, PcieLink? Link, bool? SpaceOk, int? Room, int? FreeBelow);
