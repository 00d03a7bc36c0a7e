using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Runtime;

/// <summary>What the library says about a loaded model.</summary>
/// <param name="Description">Its own words ("llama 7B Q4_0").</param>
/// <param name="Size">Size of all tensors.</param>
/// <param name="Parameters">Number of weights.</param>
/// <param name="Layers">Transformer blocks.</param>
/// <param name="Vocabulary">Vocabulary size.</param>
public sealed record ModelFacts(string Description, Bytes Size, double Parameters, int Layers, int Vocabulary);
