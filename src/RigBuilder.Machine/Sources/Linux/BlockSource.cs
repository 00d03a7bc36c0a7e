using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>Drives from /sys/block, with the PCIe links of NVMe drives.</summary>
/// <param name="files">System files.</param>
public sealed class BlockSource(ISystemFiles files) : IHardwareSource
{
    private const string Folder = "/sys/block";

    private static readonly string[] Drives = ["nvme", "sd", "vd", "xvd", "mmcblk", "hd"];

    /// <inheritdoc/>
    public string Name => Folder;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation) => Task.FromResult(new MachineReport
    {
        Drives = [.. files.List(Folder).Where(IsDrive).Select(Drive)],
    });

    // Boot and RPMB areas of an eMMC and the hidden paths of multipath NVMe ("nvme0c0n1") are no drives of their own.
    private static bool IsDrive(string device) =>
        Drives.Any(p => device.StartsWith(p, StringComparison.Ordinal))
        && !device.Contains("boot", StringComparison.Ordinal) && !device.Contains("rpmb", StringComparison.Ordinal)
        && !(device.StartsWith("nvme", StringComparison.Ordinal) && device.Contains('c'));

    private DriveReport Drive(string device)
    {
        var folder = $"{Folder}/{device}";
        var model = Placeholders.Clean(files.ReadText($"{folder}/device/model"));
        var link = NvmeFolder(device);
        return new DriveReport
        {
            Device = Reading.Of(device, Folder),
            Model = Reading.OfText(model, $"{folder}/device/model"),
            // The unit of this file is 512 bytes whatever the drive's own sector size (kernel documentation, ABI/stable/sysfs-block).
            Size = Parse.Count(files.ReadText($"{folder}/size")) is > 0 and < 1L << 53 and var sectors
                ? Reading.Of(Bytes.FromCount(sectors * 512), $"{folder}/size")
                : default,
            Kind = Kind(device, folder, model),
            LinkNow = link is null ? default : PciLinks.Now(files, link),
            LinkBest = link is null ? default : PciLinks.Card(files, link),
        };
    }

    private Reading<DriveKind> Kind(string device, string folder, string? model)
    {
        if (device.StartsWith("nvme", StringComparison.Ordinal)) return Reading.Of(DriveKind.Nvme, Folder);
        if (device.StartsWith("mmcblk", StringComparison.Ordinal)) return Reading.Of(DriveKind.Removable, Folder);
        if (device.Contains("vd", StringComparison.Ordinal)) return Reading.Of(DriveKind.Virtual, Folder);
        if (model is not null && (model.Contains("QEMU", StringComparison.Ordinal) || model.Contains("VBOX", StringComparison.Ordinal) || model.StartsWith("Virtual", StringComparison.Ordinal)))
            return Reading.Derived(DriveKind.Virtual, $"{folder}/device/model");
        if (files.ResolveLink(folder)?.Contains("/usb", StringComparison.Ordinal) == true) return Reading.Of(DriveKind.Removable, Folder);
        return files.ReadText($"{folder}/queue/rotational")?.Trim() switch
        {
            "0" => Reading.Of(DriveKind.SataSsd, $"{folder}/queue/rotational"),
            "1" => Reading.Of(DriveKind.HardDisk, $"{folder}/queue/rotational"),
            _ => default,
        };
    }

    private string? NvmeFolder(string device)
    {
        if (!device.StartsWith("nvme", StringComparison.Ordinal)) return null;
        var end = device.IndexOf('n', 4);
        var address = files.ReadText($"/sys/class/nvme/{(end < 0 ? device : device[..end])}/address")?.Trim();
        return PciAddress.Parse(address) is { } known ? $"{PciLinks.Devices}/{known}" : null;
    }
}
