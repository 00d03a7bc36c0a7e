using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Rigs;

/// <summary>A selection that no catalog entry matches.</summary>
/// <param name="Kind">The slot.</param>
/// <param name="Selection">What is saved there.</param>
/// <param name="Suggestion">The nearest known id, or null.</param>
public sealed record MissingPart(PartKind Kind, Selection Selection, string? Suggestion);
