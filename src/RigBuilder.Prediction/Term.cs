using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction;

/// <summary>One addend or factor of a figure, as shown by "explain".</summary>
/// <param name="Name">What it is ("weights read from RTX 3090").</param>
/// <param name="Value">How much.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Source">The formula, specification or fit it comes from.</param>
public sealed record Term(string Name, Quantity Value, Basis Basis, string Source);
