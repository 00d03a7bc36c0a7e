using System.Globalization;

namespace RigBuilder.Machine.Sources;

/// <summary>PCI vendor and device numbers as text.</summary>
internal static class PciIds
{
    /// <summary>"10de:2204".</summary>
    public static string Text(int vendor, int device) => string.Create(CultureInfo.InvariantCulture, $"{vendor:x4}:{device:x4}");

    /// <summary>Maker of a graphics chip by its PCI vendor number (PCI-SIG assignments); null for others.</summary>
    public static string? Vendor(int vendor) => vendor switch
    {
        0x10DE => "nvidia",
        0x1002 or 0x1022 => "amd",
        0x8086 => "intel",
        0x1A03 => "aspeed",
        0x102B => "matrox",
        0x1AF4 => "virtio",
        0x1234 or 0x1B36 => "qemu",
        0x15AD => "vmware",
        0x1414 => "microsoft",
        _ => null,
    };
}
