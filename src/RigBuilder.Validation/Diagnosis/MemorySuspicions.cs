using RigBuilder.Validation.Report;

namespace RigBuilder.Validation.Diagnosis;

/// <summary>Suspicions about system memory.</summary>
internal static class MemorySuspicions
{
    /// <summary>A good probe reaches this share of the theoretical peak; below it something is wrong.</summary>
    private const double ExpectedShareOfPeak = 0.65;

    public static Cause? Channels(Case c)
    {
        if (c.Machine.ChannelsPopulated is not { } used) return null;
        var possible = c.Machine.ChannelsPossible ?? 2;
        if (used >= possible) return null;
        return new Cause(
            CauseKind.SingleChannel, Doctor.Explains(c, (double)used / possible), used == 1 ? "Memory runs in a single channel" : "Memory channels are empty",
            $"{c.Machine.Modules ?? used} module(s) populate {used} of {possible} channels",
            "Add an equal module to each empty channel, or move modules to the slots that the board's manual names for pairs.");
    }

    public static Cause? Profile(Case c)
    {
        if (c.Machine is not { MemoryRated: { } rated, MemoryRunning: { } running } || running >= rated * 0.98) return null;
        return new Cause(
            CauseKind.MemoryProfileOff, Doctor.Explains(c, running / rated), "Memory runs below its rated speed",
            $"it runs at {running}, the modules are rated {rated}", "Turn on XMP or EXPO in the firmware.");
    }

    public static Cause? Bandwidth(Case c)
    {
        if (c.Measured.Bandwidth is not { } probe || c.PromisedBandwidth is not { } promised) return null;
        var share = probe.ReadBest / promised;
        if (share >= ExpectedShareOfPeak) return null;
        return new Cause(
            CauseKind.LowBandwidth, Doctor.Explains(c, share / 0.85), "Memory bandwidth is low",
            $"probed {probe.ReadBest} with {probe.Threads} thread(s), {Doctor.Percent(share)} of the {promised} that the parts promise",
            "Check channels and memory profile; on processors with few cores the cores may not ask for more.");
    }
}
