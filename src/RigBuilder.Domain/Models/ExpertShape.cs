namespace RigBuilder.Domain.Models;

/// <summary>Mixture of experts.</summary>
/// <param name="Count">Routed experts per layer.</param>
/// <param name="Used">Routed experts used for a token.</param>
/// <param name="Ffn">Width of one routed expert.</param>
/// <param name="SharedFfn">Total width of the experts that are always used; 0 when none.</param>
/// <param name="DenseFirstLayers">Leading layers that have a dense feed-forward instead of experts.</param>
/// <param name="EveryNth">Experts sit in every n-th layer (1 = every layer; Llama 4 Maverick 2).</param>
public sealed record ExpertShape(int Count, int Used, int Ffn, int SharedFfn = 0, int DenseFirstLayers = 0, int EveryNth = 1);
