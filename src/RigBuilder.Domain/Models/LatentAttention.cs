namespace RigBuilder.Domain.Models;

/// <summary>Multi-head latent attention: one compressed key/value per token and layer.</summary>
/// <param name="KvLoraRank">Width of the latent.</param>
/// <param name="RopeDim">Width of the rotary part that is cached beside it.</param>
/// <param name="QueryLoraRank">Width of the compressed query; 0 when queries are not compressed.</param>
/// <param name="NopeDim">Width of a head's part without rotary encoding.</param>
/// <param name="ValueDim">Width of a head's value.</param>
public sealed record LatentAttention(int KvLoraRank, int RopeDim, int QueryLoraRank = 0, int NopeDim = 128, int ValueDim = 128);
