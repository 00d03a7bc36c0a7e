namespace RigBuilder.Domain.Parts;

/// <summary>A price that stands apart from its part: in a file of prices.</summary>
/// <param name="Id">Id of the part or of a machine in one of its sizes; null for RAM of a class.</param>
/// <param name="Ram">RAM by its figures, whose price speaks for its class; null for a part.</param>
/// <param name="Price">The price.</param>
public sealed record PriceSeen(string? Id, MemoryKit? Ram, Price Price);
