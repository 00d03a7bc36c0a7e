using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Rigs;

/// <summary>System memory from kits, board and CPU together.</summary>
public static class SystemMemories
{
    /// <summary>Memory as populated; null without kits.</summary>
    public static SystemMemory? Of(Rig rig)
    {
        if (rig.Memory.IsEmpty) return null;
        var capacity = Bytes.Zero;
        var modules = 0;
        var speed = double.MaxValue;
        foreach (var kit in rig.Memory)
        {
            capacity += kit.Capacity;
            modules += kit.Modules;
            speed = Math.Min(speed, kit.Speed.MegaTransfers);
        }

        var wired = Math.Max(1, Math.Min(rig.Cpu is { } cpu ? cpu.MemoryChannels * Math.Max(1, rig.Sockets) : rig.Machine?.Memory?.Modules ?? int.MaxValue, rig.Motherboard?.MemoryChannels ?? int.MaxValue));
        if (wired == int.MaxValue) wired = 2;
        var channels = Math.Clamp(modules, 1, wired);
        var type = rig.Memory[0].Type;
        var (actual, limit) = Limited(rig, type, speed, modules, wired);
        if (rig.Memory.Any(k => k.Type != type)) limit = "kits of different memory types do not work together";
        var bandwidth = BytesPerSecond.FromValue(actual * 1e6 * 8 * channels);
        var readable = rig.Cpu?.ChipletBandwidth is { } links ? links * Math.Max(1, rig.Sockets) : (BytesPerSecond?)null;
        return new SystemMemory(capacity, type, TransferRate.FromMegaTransfers(actual), channels, bandwidth, limit) { Readable = readable < bandwidth ? readable : null };
    }

    /// <summary>What a user should know of the memory: a data rate above the CPU's official one, chiplets that read less than the channels give.</summary>
    public static ImmutableArray<string> Notes(Rig rig, SystemMemory? memory) => [.. new[] { Overclock(rig, memory), Chiplets(rig, memory) }.OfType<string>()];

    /// <summary>What a CPU can do at best by its specification; null when it names no memory.</summary>
    public static BytesPerSecond? OfficialBandwidth(Cpu cpu)
    {
        var fastest = cpu.Memory.IsDefaultOrEmpty ? 0 : cpu.Memory.Max(m => m.MaxSpeed.MegaTransfers);
        return fastest > 0 ? BytesPerSecond.FromValue(fastest * 1e6 * 8 * Math.Max(1, cpu.MemoryChannels)) : null;
    }

    private static (double Speed, string? Limit) Limited(Rig rig, MemoryType type, double speed, int modules, int wired)
    {
        string? limit = null;
        if (rig.Motherboard?.MaxMemorySpeed is { } board && board.MegaTransfers > 0 && board.MegaTransfers < speed)
            (speed, limit) = (board.MegaTransfers, $"{rig.Motherboard.Name} runs memory at {board} at most");

        // Two modules per channel load the bus: DDR5 controllers fall back to their official rate, DDR4 ones usually hold XMP.
        if (modules > wired && type == MemoryType.Ddr5 && Support(rig.Cpu, type)?.MaxSpeedTwoPerChannel is { } two
            && two.MegaTransfers > 0 && two.MegaTransfers < speed)
            (speed, limit) = (two.MegaTransfers, string.Create(CultureInfo.InvariantCulture, $"{modules} modules on {wired} channels: {rig.Cpu!.Name} runs two modules per channel at {two}"));

        if (modules < wired && limit is null)
            limit = string.Create(CultureInfo.InvariantCulture, $"only {modules} of {wired} channels are populated");
        return (speed, limit);
    }

    private static MemorySupport? Support(Cpu? cpu, MemoryType type) =>
        cpu is null || cpu.Memory.IsDefaultOrEmpty ? null : cpu.Memory.FirstOrDefault(m => m.Type == type);

    private static string? Overclock(Rig rig, SystemMemory? memory)
    {
        if (memory is null || Support(rig.Cpu, memory.Type) is not { } support) return null;
        return memory.Speed > support.MaxSpeed
            ? $"memory runs at {memory.Speed} by its XMP or EXPO profile, above the {support.MaxSpeed} that {rig.Cpu!.Name} is specified for"
            : null;
    }

    private static string? Chiplets(Rig rig, SystemMemory? memory) =>
        memory?.Readable is { } readable ? $"of {memory.Bandwidth} {rig.Cpu!.Name} reads {readable} at most, by the links of its chiplets" : null;
}
