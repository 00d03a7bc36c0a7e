using Hardware.Info;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;
using MemoryType = RigBuilder.Domain.Parts.MemoryType;

namespace RigBuilder.Machine.HardwareInfo;

/// <summary>System memory from the library's status and its list of modules.</summary>
internal static class MemoryHints
{
    public static MemoryReport Of(MemoryStatus status) => new()
    {
        Usable = Hints.Of(status.TotalPhysical, Size),
        Available = Hints.Of(status.AvailablePhysical, Size),
    };

    public static MemoryReport Of(IReadOnlyList<Memory> entries)
    {
        var modules = Modules(entries);
        return modules.Count == 0 ? new MemoryReport() : new MemoryReport
        {
            Installed = Hints.Of(modules.Aggregate(0UL, (sum, m) => sum + m.Capacity), Size),
            Modules = [.. modules.Select(Module)],
        };
    }

    // On Linux the list also has empty slots (without a size), the machine's total, and bare memory without a form or a speed.
    private static List<Memory> Modules(IReadOnlyList<Memory> entries)
    {
        var sized = entries.Where(m => m.Capacity is > 0 and < 1UL << 50).ToList();
        var total = sized.MaxBy(m => m.Capacity);
        if (sized.Count > 1 && total!.Capacity == sized.Aggregate(0UL, (sum, m) => sum + m.Capacity) - total.Capacity)
            sized.Remove(sized.Find(m => m.Capacity == total.Capacity && !IsModule(m)) ?? total);
        return sized.FindAll(IsModule);
    }

    private static bool IsModule(Memory entry) => entry.Speed > 0 || entry.FormFactor != FormFactor.UNKNOWN || entry.PartNumber.Length > 0;

    private static MemoryModule Module(Memory entry) => new()
    {
        Bank = Hints.Text(entry.BankLabel),
        Size = Hints.Of(entry.Capacity, Size),
        TypeName = Hints.Text(TypeName(entry)),
        Type = TypeOf(entry) is { } type ? Hints.Of(1, _ => type) : default,
        RatedSpeed = Hints.Of(entry.Speed, mts => TransferRate.FromMegaTransfers(mts)),
        Manufacturer = Hints.Text(entry.Manufacturer),
        PartNumber = Hints.Text(entry.PartNumber),
        DataWidth = Hints.Of(entry.DataWidth, bits => (int)bits),
    };

    // 0 is "unknown", 1 "other" (SMBIOS 3.7, 7.18.2).
    private static string TypeName(Memory entry) => (int)entry.MemoryType <= 1 ? "" : entry.MemoryType.ToString();

    private static MemoryType? TypeOf(Memory entry) => TypeName(entry) switch
    {
        "DDR3" => MemoryType.Ddr3,
        "DDR4" => MemoryType.Ddr4,
        "DDR5" => MemoryType.Ddr5,
        "LPDDR5" => MemoryType.Lpddr5,
        _ => null,
    };

    private static Bytes Size(ulong count) => Bytes.FromCount((long)Math.Min(count, 1UL << 60));
}
