namespace RigBuilder.Domain.Models;

/// <summary>Sliding-window (or chunked) attention on some layers.</summary>
/// <param name="Window">Tokens a windowed layer sees.</param>
/// <param name="FullLayers">Number of layers that see the whole context.</param>
public sealed record SlidingWindow(int Window, int FullLayers);
