using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Bandwidth;

/// <summary>Memory bandwidth as measured.</summary>
/// <param name="ReadBest">Best pass of reading.</param>
/// <param name="ReadMedian">Median pass of reading.</param>
/// <param name="CopyBest">Best pass of copying, bytes read plus bytes written.</param>
/// <param name="CopyMedian">Median pass of copying.</param>
/// <param name="Threads">Threads that read side by side.</param>
/// <param name="Buffer">Memory gone through per pass by all threads.</param>
/// <param name="Passes">Passes measured.</param>
public sealed record BandwidthReport(
    BytesPerSecond ReadBest, BytesPerSecond ReadMedian, BytesPerSecond CopyBest, BytesPerSecond CopyMedian, int Threads, Bytes Buffer, int Passes);
