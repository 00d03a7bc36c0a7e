using RigBuilder.Domain.Parts;

namespace RigBuilder.Rules.Facts;

/// <summary>A drive with its place in the rig.</summary>
/// <param name="Part">The drive.</param>
/// <param name="HasSocket">Whether a socket or port is left for it; null without board.</param>
/// <param name="Link">The link that drive and M.2 socket agree on; null for SATA, without board or socket.</param>
internal sealed record SsdFacts(Ssd Part, bool? HasSocket, PcieLink? Link);
