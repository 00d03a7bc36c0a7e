using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Report;

/// <summary>How near generation came to the limit that memory bandwidth sets.</summary>
/// <param name="BytesPerToken">Weights and cache read for a token.</param>
/// <param name="Bandwidth">Read bandwidth as probed.</param>
/// <param name="Limit">Their quotient: no program that reads all weights can be faster.</param>
/// <param name="Share">Measured speed as share of the limit. Above 1 when the weights lie in the cache.</param>
public sealed record BandwidthShare(Bytes BytesPerToken, BytesPerSecond Bandwidth, TokensPerSecond Limit, double Share);
