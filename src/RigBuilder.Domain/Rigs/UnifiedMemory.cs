using RigBuilder.Domain.Parts;

namespace RigBuilder.Domain.Rigs;

/// <summary>GPUs whose memory is the system's: size and bandwidth are those of the RAM that is fitted.</summary>
public static class UnifiedMemory
{
    /// <summary>
    /// The rig with the GPUs as the fitted RAM makes them. Without RAM they stay as the catalog has them: the most that they can be given.
    /// Without processor, whose channels are not known then, they keep the catalog's bandwidth.
    /// </summary>
    public static Rig Fitted(Rig rig)
    {
        if (!rig.Gpus.Any(g => g.UnifiedMemory) || SystemMemories.Of(rig) is not { } memory) return rig;
        return rig with { Gpus = [.. rig.Gpus.Select(g => g.UnifiedMemory ? Within(g, memory, rig.Cpu is not null || rig.Machine is not null) : g)] };
    }

    private static Gpu Within(Gpu gpu, SystemMemory memory, bool channelsKnown)
    {
        var share = MemoryShare.Of(gpu.Vendor, memory.Capacity);
        return gpu with { Share = share, Vram = share.Most, Bandwidth = channelsKnown ? memory.Bandwidth : gpu.Bandwidth };
    }
}
