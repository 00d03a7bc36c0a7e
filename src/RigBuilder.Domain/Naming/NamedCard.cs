using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Naming;

/// <summary>Equal graphics cards as a text names them.</summary>
/// <param name="Gpu">The card; a modified one ("RTX 4090 48GB") has the entry's id and its own memory.</param>
/// <param name="Count">How many, 1 or more.</param>
public sealed record NamedCard(Gpu Gpu, int Count = 1);
