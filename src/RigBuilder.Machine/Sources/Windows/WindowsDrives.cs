using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources.Windows;

/// <summary>Drives from Win32_DiskDrive. It does not tell SSDs from rotating disks, so only NVMe and USB are named.</summary>
internal static class WindowsDrives
{
    private const string Source = "Win32_DiskDrive";

    /// <summary>The drives.</summary>
    public static ImmutableArray<DriveReport> Read(IWindowsManagement management) =>
        [.. management.Query(Source, "DeviceID", "Model", "Size", "InterfaceType", "PNPDeviceID").Select(Drive)];

    private static DriveReport Drive(ImmutableDictionary<string, object> row) => new()
    {
        Device = Reading.OfText(row.Text("DeviceID"), Source),
        Model = Reading.OfText(row.Text("Model"), Source),
        Size = row.Number("Size") is > 0 and var size ? Reading.Of(Bytes.FromCount(size), Source) : default,
        Kind = Kind(row),
    };

    private static Reading<DriveKind> Kind(ImmutableDictionary<string, object> row)
    {
        var id = row.Text("PNPDeviceID") ?? "";
        if (row.Text("InterfaceType") == "USB") return Reading.Of(DriveKind.Removable, Source);
        if (id.Contains("VEN_NVME", StringComparison.OrdinalIgnoreCase)) return Reading.Of(DriveKind.Nvme, Source);
        return id.Contains("VEN_MSFT&PROD_VIRTUAL", StringComparison.OrdinalIgnoreCase) ? Reading.Of(DriveKind.Virtual, Source) : default;
    }
}
