using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Smbios;

/// <summary>Memory devices (type 17). Offsets from DSP0134, section "Memory Device (Type 17)".</summary>
internal static class MemoryDevices
{
    // Names of the memory types, by number; the rest is too old to matter.
    private static readonly ImmutableDictionary<int, string> Types = new Dictionary<int, string>
    {
        [0x12] = "DDR",
        [0x13] = "DDR2",
        [0x14] = "DDR2 FB-DIMM",
        [0x18] = "DDR3",
        [0x1A] = "DDR4",
        [0x1B] = "LPDDR",
        [0x1C] = "LPDDR2",
        [0x1D] = "LPDDR3",
        [0x1E] = "LPDDR4",
        [0x20] = "HBM",
        [0x21] = "HBM2",
        [0x22] = "DDR5",
        [0x23] = "LPDDR5",
        [0x24] = "HBM3",
    }.ToImmutableDictionary();

    /// <summary>The name of a memory type by its number; null for old, unknown and other ones.</summary>
    public static string? NameOf(int type) => Types.GetValueOrDefault(type);

    /// <summary>A memory type's name as the catalog's type; unknown where the catalog has none.</summary>
    public static Reading<MemoryType> TypeOf(Reading<string> name) => name.TryGet(out var text)
        ? text.ToUpperInvariant() switch
        {
            "DDR3" => name.Select(_ => MemoryType.Ddr3),
            "DDR4" => name.Select(_ => MemoryType.Ddr4),
            "DDR5" => name.Select(_ => MemoryType.Ddr5),
            "LPDDR4" or "LPDDR4X" => name.Select(_ => MemoryType.Lpddr4),
            "LPDDR5" or "LPDDR5X" => name.Select(_ => MemoryType.Lpddr5),
            _ => default,
        }
        : default;

    /// <summary>A populated module; null for an empty slot or one of unknown size.</summary>
    public static MemoryModule? Read(SmbiosStructure device, string source)
    {
        if (device.Type != 17 || Size(device) is not { Count: > 0 } size) return null;
        source = $"{source} type 17";
        var name = device.Byte(0x12) is { } type && NameOf(type) is { } known ? Reading.Of(known, source) : default;
        var (total, data) = (device.Word(0x08), device.Word(0x0A));
        var detail = device.Word(0x13) ?? 0;
        return new MemoryModule
        {
            Slot = Reading.OfText(Placeholders.Clean(device.Text(0x10)), source),
            Bank = Reading.OfText(Placeholders.Clean(device.Text(0x11)), source),
            Size = Reading.Of(size, source),
            TypeName = name,
            Type = TypeOf(name),
            RatedSpeed = Speed(device.Word(0x15), device.DoubleWord(0x54), source),
            ConfiguredSpeed = Speed(device.Word(0x20), device.DoubleWord(0x58), source),
            Manufacturer = Reading.OfText(Placeholders.Clean(device.Text(0x17)), source),
            PartNumber = Reading.OfText(Placeholders.Clean(device.Text(0x1A)), source),
            Ecc = total is > 0 and < 0xFFFF && data is > 0 and < 0xFFFF ? Reading.Of(total > data, source) : default,
            // Bit 13 "Registered (Buffered)", bit 14 "Unbuffered (Unregistered)"; firmware that sets neither or both says nothing.
            Registered = (detail & 0x6000) switch { 0x2000 => Reading.Of(true, source), 0x4000 => Reading.Of(false, source), _ => default },
            DataWidth = data is > 0 and < 0xFFFF and var width ? Reading.Of((int)width, source) : default,
        };
    }

    // 0 = empty, FFFFh = unknown, 7FFFh = in the extended field; bit 15 means KiB instead of MiB.
    private static Bytes? Size(SmbiosStructure device) => device.Word(0x0C) switch
    {
        null or 0 or 0xFFFF => null,
        0x7FFF => device.DoubleWord(0x1C) is { } extended ? Bytes.FromCount((extended & 0x7FFF_FFFFL) << 20) : null,
        { } size when (size & 0x8000) != 0 => Bytes.FromCount((size & 0x7FFFL) << 10),
        { } size => Bytes.FromCount((long)size << 20),
    };

    // 0 = unknown, FFFFh = in the extended field.
    private static Reading<TransferRate> Speed(ushort? speed, uint? extended, string source)
    {
        var rate = speed == 0xFFFF ? extended & 0x7FFF_FFFF : speed;
        return rate is > 0 and < 100_000 and var transfers ? Reading.Of(TransferRate.FromMegaTransfers(transfers), source) : default;
    }
}
