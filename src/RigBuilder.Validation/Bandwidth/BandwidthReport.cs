using System.Text.Json.Serialization;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Bandwidth;

/// <summary>Memory bandwidth as measured.</summary>
/// <param name="ReadBest">What a twentieth of the windows of reading reach: the memory's limit.</param>
/// <param name="ReadMedian">Median pass of reading over the whole buffer.</param>
/// <param name="CopyBest">The same of copying, bytes read plus bytes written.</param>
/// <param name="CopyMedian">Median pass of copying.</param>
/// <param name="Threads">Threads that read side by side.</param>
/// <param name="Buffer">Memory gone through per pass by all threads.</param>
/// <param name="Passes">Passes measured.</param>
public sealed record BandwidthReport(
    BytesPerSecond ReadBest, BytesPerSecond ReadMedian, BytesPerSecond CopyBest, BytesPerSecond CopyMedian, int Threads, Bytes Buffer, int Passes)
{
    /// <summary>What a quarter of the windows of reading reach, so what generation can count on; null in reports of older versions.</summary>
    public BytesPerSecond? ReadSteady { get; init; }

    /// <summary>What predictions for this machine rest on.</summary>
    [JsonIgnore]
    public BytesPerSecond Reliable => ReadSteady ?? ReadMedian;

    /// <summary>Last-level caches of all sockets together; null when unknown.</summary>
    public Bytes? Cache { get; init; }

    /// <summary>
    /// NUMA nodes of the machine; null when unknown. With more than one every thread reads memory near it, which programs reach
    /// only when they place their memory so.
    /// </summary>
    public int? NumaNodes { get; init; }

    /// <summary>Whether the buffer is too small beside the caches for the figures to be those of the memory alone.</summary>
    [JsonIgnore]
    public bool IsCacheFlattered => Cache is { } cache && Buffer < cache * 2;
}
