namespace RigBuilder.Domain.Models;

/// <summary>Layers whose state does not grow with the context.</summary>
/// <param name="AttentionLayers">Layers that do keep a normal key/value cache.</param>
/// <param name="StateElements">Elements of 32-bit state per recurrent layer and sequence.</param>
public sealed record RecurrentShape(int AttentionLayers, long StateElements);
