namespace RigBuilder.Workbench.Host;

/// <summary>What a terminal can do.</summary>
/// <param name="Colours">Number of colours: 0 (none), 16, 256 or 16,777,216.</param>
/// <param name="Unicode">Whether it shows more than ASCII.</param>
/// <param name="Mouse">Whether it reports the mouse.</param>
/// <param name="Refusal">Why the full screen cannot be shown, as a sentence with a way out; null when it can.</param>
public sealed record HostCapabilities(int Colours, bool Unicode, bool Mouse, string? Refusal);
