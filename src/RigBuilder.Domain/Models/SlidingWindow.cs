namespace RigBuilder.Domain.Models;

/// <summary>Sliding-window (or chunked) attention on some layers.</summary>
/// <param name="Window">Tokens a windowed layer sees.</param>
/// <param name="FullLayers">Number of layers that see the whole context.</param>
/// <param name="FullKvHeads">Key/value heads of the layers that see the whole context; 0 when as many as the others have.</param>
/// <param name="FullHeadDim">Head width of these layers; 0 when the same.</param>
/// <param name="FullKeysAreValues">Whether one matrix gives keys and values there (Gemma 4); the cache holds both all the same.</param>
public sealed record SlidingWindow(int Window, int FullLayers, int FullKvHeads = 0, int FullHeadDim = 0, bool FullKeysAreValues = false);
