using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Cli.Predicting;

/// <summary>The RAM that a prediction assumes when a CPU is named without any: its official speed on every channel.</summary>
internal static class AssumedMemory
{
    private const double ModuleGiB = 32;

    public static MemoryKit For(Cpu cpu, int sockets = 1)
    {
        var support = cpu.Memory.MaxBy(m => m.MaxSpeed);
        var type = support?.Type ?? MemoryType.Ddr4;
        var speed = support?.MaxSpeed ?? TransferRate.FromMegaTransfers(2133);
        return new MemoryKit
        {
            Id = "assumed",
            Name = $"{cpu.MemoryChannels * sockets} x {ModuleGiB:0} GiB {type.ToString().ToUpperInvariant()}-{speed.MegaTransfers:0} (official speed, every channel)",
            Type = type,
            Modules = cpu.MemoryChannels * sockets,
            ModuleSize = Bytes.FromGiB(ModuleGiB),
            Speed = speed,
        };
    }
}
