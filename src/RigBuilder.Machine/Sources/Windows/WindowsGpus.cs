using System.Collections.Immutable;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources.Windows;

/// <summary>Display adapters from Win32_VideoController, with the memory size of the registry.</summary>
internal static class WindowsGpus
{
    private const string Source = "Win32_VideoController";

    /// <summary>The adapters; software ones without a PCI id are left out.</summary>
    public static ImmutableArray<GpuReport> Read(IWindowsManagement management)
    {
        var registry = management.DisplayAdapters();
        return [.. management.Query(Source, "Name", "PNPDeviceID", "DriverVersion", "AdapterRAM")
            .Where(row => WmiRow.Pci(row.Text("PNPDeviceID")) is not null)
            .Select(row => Gpu(row, registry))];
    }

    private static GpuReport Gpu(ImmutableDictionary<string, object> row, ImmutableArray<ImmutableDictionary<string, object>> registry)
    {
        var (vendor, device) = WmiRow.Pci(row.Text("PNPDeviceID"))!.Value;
        var name = row.Text("Name");
        return new GpuReport
        {
            Name = Reading.OfText(name, Source),
            Vendor = Reading.OfText(PciIds.Vendor(vendor), Source),
            PciId = Reading.Of(PciIds.Text(vendor, device), Source),
            VramTotal = Vram(row, name, (vendor, device), registry),
            Driver = Reading.OfText(row.Text("DriverVersion"), Source),
            Laptop = CardName.Of(name).Laptop ? Reading.Of(true, Source) : default,
        };
    }

    private static Reading<Bytes> Vram(
        ImmutableDictionary<string, object> row, string? name, (int, int) id, ImmutableArray<ImmutableDictionary<string, object>> registry)
    {
        var sizes = registry.Where(a => a.Text("DriverDesc") == name && WmiRow.Pci(a.Text("MatchingDeviceId")) is var pci && (pci is null || pci == id))
            .Select(a => a.Number("HardwareInformation.qwMemorySize")).Where(s => s > 0).Distinct().ToArray();
        // Stale keys of removed cards stay in the registry: two sizes for one name say nothing.
        if (sizes.Length == 1) return Reading.Of(Bytes.FromCount(sizes[0]!.Value), "registry qwMemorySize");
        // AdapterRAM is cut to 32 bits, by some drivers to 31: below 2 GiB less 1 MiB it can be believed.
        return row.Number("AdapterRAM") is > 0 and < 2_146_435_072 and var small ? Reading.Derived(Bytes.FromCount(small), Source) : default;
    }
}
