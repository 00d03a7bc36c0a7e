using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>Display adapters and accelerators from /sys/bus/pci/devices, with what the amdgpu and nvidia drivers put there and under /proc.</summary>
/// <param name="files">System files.</param>
public sealed class PciSource(ISystemFiles files) : IHardwareSource
{
    /// <inheritdoc/>
    public string Name => PciLinks.Devices;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var names = new PciNames(files);
        var gpus = files.List(PciLinks.Devices)
            .Where(entry => PciAddress.Parse(entry) == entry)
            .Where(entry => IsGraphics(Parse.Hex(files.ReadText($"{PciLinks.Devices}/{entry}/class"))))
            .Select(entry => Gpu(entry, names));
        return Task.FromResult(new MachineReport { Gpus = [.. gpus] });
    }

    // Base classes 03 (display controller) and 12 (processing accelerator) of the PCI code and id assignment.
    private static bool IsGraphics(int? code) => (code >> 16) is 0x03 or 0x12;

    private GpuReport Gpu(string address, PciNames names)
    {
        var folder = $"{PciLinks.Devices}/{address}";
        var edge = PciLinks.Edge(files, folder);
        var vendor = Parse.Hex(files.ReadText($"{folder}/vendor"));
        var device = Parse.Hex(files.ReadText($"{folder}/device"));
        var id = vendor is { } v && device is { } d ? (v, d) : ((int Vendor, int Device)?)null;
        return new GpuReport
        {
            Address = Reading.Of(address, PciLinks.Devices),
            PciId = id is var (a, b) ? Reading.Of(PciIds.Text(a, b), folder) : default,
            Vendor = id is var (maker, _) ? Reading.OfText(PciIds.Vendor(maker), folder) : default,
            Name = ModelName(address, folder, names, id),
            VramTotal = Size($"{folder}/mem_info_vram_total"),
            VramFree = Size($"{folder}/mem_info_vram_total") is { IsKnown: true } total && Size($"{folder}/mem_info_vram_used") is { IsKnown: true } used
                ? total.Select(t => t - used.Value)
                : default,
            Driver = Driver(folder),
            LinkNow = PciLinks.Now(files, edge),
            LinkBest = PciLinks.Best(files, edge),
            CardLink = PciLinks.Card(files, edge),
            PowerLimit = Power(folder, "power1_cap"),
            DefaultPowerLimit = Power(folder, "power1_cap_default"),
            // Intel puts its integrated graphics at device 2 of bus 0, and nothing else.
            Integrated = vendor == 0x8086 ? Reading.Of(address == "0000:00:02.0", PciLinks.Devices) : default,
        };
    }

    private Reading<string> ModelName(string address, string folder, PciNames names, (int Vendor, int Device)? id)
    {
        var proc = $"/proc/driver/nvidia/gpus/{address}/information";
        foreach (var line in Lines.Of(files.ReadText(proc)))
            if (Lines.Pair(line) is ("Model", var model) && Placeholders.Clean(model) is { } known) return Reading.Of(known, proc);
        if (Placeholders.Clean(files.ReadText($"{folder}/product_name")) is { } product) return Reading.Of(product, $"{folder}/product_name");
        return id is var (vendor, device) ? names.Find(vendor, device, Parse.Hex(files.ReadText($"{folder}/revision"))) : default;
    }

    private Reading<Bytes> Size(string path) =>
        Parse.Count(files.ReadText(path)) is > 0 and < 1L << 50 and var count ? Reading.Of(Bytes.FromCount(count), path) : default;

    private Reading<string> Driver(string folder)
    {
        if (files.ResolveLink($"{folder}/driver") is not { } link) return default;
        var driver = link[(link.LastIndexOf('/') + 1)..];
        var version = files.ReadText($"/sys/module/{driver}/version")?.Trim();
        return Reading.OfText(version is { Length: > 0 } ? $"{driver} {version}" : driver, $"{folder}/driver");
    }

    private Reading<Watts> Power(string folder, string file)
    {
        foreach (var monitor in files.List($"{folder}/hwmon"))
        {
            var path = $"{folder}/hwmon/{monitor}/{file}";
            if (Parse.Count(files.ReadText(path)) is > 0 and < 10_000_000_000 and var microwatts)
                return Reading.Of(Watts.FromValue(microwatts / 1e6), path);
        }

        return default;
    }
}
