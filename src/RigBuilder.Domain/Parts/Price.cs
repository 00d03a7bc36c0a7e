using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A price seen somewhere at some time.</summary>
/// <param name="Amount">The amount for one part (one kit for RAM).</param>
/// <param name="AsOf">Month of the observation, "2025-07", or null when unknown.</param>
/// <param name="Condition">New or used.</param>
public sealed record Price(Money Amount, string? AsOf, PartCondition Condition);
