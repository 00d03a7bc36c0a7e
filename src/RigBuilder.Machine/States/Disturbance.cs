namespace RigBuilder.Machine.States;

/// <summary>Something that can spoil a measurement.</summary>
/// <param name="Kind">What.</param>
/// <param name="Evidence">One sentence with the figures.</param>
public sealed record Disturbance(DisturbanceKind Kind, string Evidence);
