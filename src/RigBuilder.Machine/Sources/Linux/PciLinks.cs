using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>PCIe links from /sys/bus/pci/devices.</summary>
internal static class PciLinks
{
    public const string Devices = "/sys/bus/pci/devices";

    /// <summary>The link as it is now.</summary>
    public static Reading<PcieLink> Now(ISystemFiles files, string folder) =>
        Reading.OfNullable(Read(files, folder, "current"), $"{folder}/current_link_*");

    /// <summary>The best link of the device itself.</summary>
    public static Reading<PcieLink> Card(ISystemFiles files, string folder) =>
        Reading.OfNullable(Read(files, folder, "max"), $"{folder}/max_link_*");

    /// <summary>The best link of the device and the port that it hangs on.</summary>
    public static Reading<PcieLink> Best(ISystemFiles files, string folder)
    {
        if (Read(files, folder, "max") is not { } card) return default;
        return Parent(files, folder) is { } port && Read(files, port, "max") is { } slot
            ? Reading.Derived(card.Negotiate(slot), $"{folder}/max_link_* and its port's")
            : default;
    }

    /// <summary>
    /// The folder whose link is the card's edge connector. AMD cards since Vega put a switch of their own between slot and GPU;
    /// the GPU function then reports the link inside the card, so the outermost bridge of AMD below the port is taken.
    /// </summary>
    public static string Edge(ISystemFiles files, string folder)
    {
        var edge = folder;
        while (Parent(files, edge) is { } parent && IsAmdSwitch(files, parent)) edge = parent;
        return edge;
    }

    private static PcieLink? Read(ISystemFiles files, string folder, string when) =>
        Parse.Link(files.ReadText($"{folder}/{when}_link_speed"), files.ReadText($"{folder}/{when}_link_width"));

    private static string? Parent(ISystemFiles files, string folder)
    {
        var segments = (files.ResolveLink(folder) ?? "").Split('/');
        var self = Array.FindLastIndex(segments, s => s == folder[(folder.LastIndexOf('/') + 1)..]);
        return self > 0 && PciAddress.Parse(segments[self - 1]) is { } parent ? $"{Devices}/{parent}" : null;
    }

    // pci.ids: "Vega 10 PCIe Bridge" (1470, 1471) and "Navi 10 XL Upstream/Downstream Port of PCI Express Switch" (1478, 1479).
    private static bool IsAmdSwitch(ISystemFiles files, string folder) =>
        Parse.Hex(files.ReadText($"{folder}/vendor")) is 0x1002 or 0x1022
        && Parse.Hex(files.ReadText($"{folder}/device")) is 0x1470 or 0x1471 or 0x1478 or 0x1479;
}
