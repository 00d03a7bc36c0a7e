using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Sources;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Smbios;

/// <summary>What the SMBIOS table tells about board, firmware, chassis and memory.</summary>
internal static class SmbiosReport
{
    /// <summary>The report of a raw table.</summary>
    public static MachineReport Read(ReadOnlyMemory<byte> table, string source)
    {
        var (structures, whole) = SmbiosTable.Read(table);
        var memory = structures.Where(s => s.Type == 17).ToImmutableArray();
        ImmutableArray<MemoryModule> modules = [.. memory.Select(m => MemoryDevices.Read(m, source)).OfType<MemoryModule>()];
        return new MachineReport
        {
            Memory = Memory(modules, memory.Length, source),
            Board = Board(structures, source),
            Diagnostics = whole ? [] : [ProbeDiagnostics.Unreadable(source, "the table is cut or damaged; what precedes the damage is used")],
        };
    }

    /// <summary>Memory with its sums; nothing is summed where there is no module.</summary>
    internal static MemoryReport Memory(ImmutableArray<MemoryModule> modules, int slots, string source) => new()
    {
        Modules = modules,
        Installed = modules.IsEmpty ? default : Reading.Of(Bytes.FromCount(modules.Sum(m => m.Size.ValueOr(Bytes.Zero).Count)), $"{source} type 17"),
        Slots = slots > 0 ? Reading.Of(slots, $"{source} type 17") : default,
        ChannelsPopulated = Channels.Populated(modules),
    };

    private static BoardReport Board(ImmutableArray<SmbiosStructure> structures, string source)
    {
        var bios = structures.FirstOrDefault(s => s.Type == 0);
        var system = structures.FirstOrDefault(s => s.Type == 1);
        var board = structures.FirstOrDefault(s => s.Type == 2);
        var chassis = structures.FirstOrDefault(s => s.Type == 3);
        return new BoardReport
        {
            Vendor = Reading.OfText(Placeholders.Clean(board?.Text(0x04)), $"{source} type 2"),
            Name = Reading.OfText(Placeholders.Clean(board?.Text(0x05)), $"{source} type 2"),
            System = Reading.OfText(Joined(system?.Text(0x04), system?.Text(0x05)), $"{source} type 1"),
            Bios = Reading.OfText(Joined(bios?.Text(0x04), bios?.Text(0x05), bios?.Text(0x08)), $"{source} type 0"),
            Portable = Chassis.Portable(chassis?.Byte(0x05), $"{source} type 3"),
        };
    }

    private static string Joined(params string?[] texts) => string.Join(' ', texts.Select(Placeholders.Clean).OfType<string>());
}
