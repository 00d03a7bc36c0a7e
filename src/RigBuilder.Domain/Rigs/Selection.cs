namespace RigBuilder.Domain.Rigs;

/// <summary>A number of equal parts in a slot, by id, whether or not the catalog knows the id.</summary>
/// <param name="PartId">Catalog id as saved.</param>
/// <param name="Count">How many, 1 or more.</param>
public sealed record Selection(string PartId, int Count = 1);
