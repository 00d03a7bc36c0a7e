using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Systems;

namespace RigBuilder.Rules.Facts;

/// <summary>A graphics card with its place in the rig.</summary>
/// <param name="Part">The card.</param>
/// <param name="Number">Its number in the rig from 1; 0 for a card that is only considered.</param>
/// <param name="Seat">Where it sits; null for a card that is only considered.</param>
/// <param name="Used">Memory that the plan puts on it; null without plan.</param>
/// <param name="Usable">Memory of it that can be used; null without plan.</param>
internal sealed record GpuFacts(Gpu Part, int Number, GpuSeat? Seat, Bytes? Used, Bytes? Usable);
