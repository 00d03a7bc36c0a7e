using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Smbios;

namespace RigBuilder.Machine.Sources.Windows;

/// <summary>Rows of Win32_PhysicalMemory.</summary>
internal static class WindowsMemory
{
    /// <summary>A module; null when it has no size.</summary>
    public static MemoryModule? Module(ImmutableDictionary<string, object> row, string source)
    {
        if (row.Number("Capacity") is not (> 0 and < 1L << 50 and var size)) return null;
        var name = row.Number("SMBIOSMemoryType") is { } number && MemoryDevices.NameOf((int)Math.Min(number, 255)) is { } known ? Reading.Of(known, source) : default;
        var (total, data) = (row.Number("TotalWidth"), row.Number("DataWidth"));
        return new MemoryModule
        {
            Slot = Reading.OfText(row.Text("DeviceLocator"), source),
            Bank = Reading.OfText(row.Text("BankLabel"), source),
            Size = Reading.Of(Bytes.FromCount(size), source),
            TypeName = name,
            Type = MemoryDevices.TypeOf(name),
            RatedSpeed = Speed(row.Number("Speed"), source),
            ConfiguredSpeed = Speed(row.Number("ConfiguredClockSpeed"), source),
            Manufacturer = Reading.OfText(row.Text("Manufacturer"), source),
            PartNumber = Reading.OfText(row.Text("PartNumber"), source),
            Ecc = total is > 0 and < 1024 && data is > 0 and < 1024 ? Reading.Of(total > data, source) : default,
            DataWidth = data is > 0 and < 1024 and var width ? Reading.Of((int)width, source) : default,
        };
    }

    private static Reading<TransferRate> Speed(long? rate, string source) =>
        rate is > 0 and < 100_000 and var transfers ? Reading.Of(TransferRate.FromMegaTransfers(transfers), source) : default;
}
