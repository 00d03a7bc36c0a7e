using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Rigs;

/// <summary>System memory as a property of kits, board and CPU together.</summary>
/// <param name="Capacity">Size of all modules.</param>
/// <param name="Type">Memory technology.</param>
/// <param name="Speed">Data rate it will run at.</param>
/// <param name="Channels">Channels in use.</param>
/// <param name="Bandwidth">Peak bandwidth: speed × 8 bytes × channels.</param>
/// <param name="SpeedLimit">What holds the data rate below the kit's rating, in words; null when nothing does.</param>
public sealed record SystemMemory(
    Bytes Capacity, MemoryType Type, TransferRate Speed, int Channels, BytesPerSecond Bandwidth, string? SpeedLimit)
{
    /// <summary>What the processor's chiplets can read of it, where that is less than its bandwidth; null where it is not, or not known.</summary>
    public BytesPerSecond? Readable { get; init; }
}
