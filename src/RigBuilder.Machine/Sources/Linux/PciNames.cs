using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>Device names from the tables that distributions install: libdrm's amdgpu.ids and the PCI ID list.</summary>
/// <param name="files">System files.</param>
internal sealed class PciNames(ISystemFiles files)
{
    private static readonly string[] Lists = ["/usr/share/misc/pci.ids", "/usr/share/hwdata/pci.ids", "/usr/share/pci.ids"];
    private const string AmdList = "/usr/share/libdrm/amdgpu.ids";

    private readonly Lazy<(string Path, string Text)?> _pci = new(() =>
    {
        foreach (var path in Lists)
            if (files.ReadText(path) is { } text) return (path, text);
        return null;
    });

    /// <summary>The name of a device; AMD's list goes by revision too and so tells an RX 7900 XT from an XTX.</summary>
    public Reading<string> Find(int vendor, int device, int? revision)
    {
        var amd = vendor == 0x1002 && revision is { } r ? Amd(files.ReadText(AmdList), device, r) : null;
        if (amd is not null) return Reading.Derived(amd, AmdList);
        return _pci.Value is var (path, text) && Pci(text, vendor, device) is { } name ? Reading.Derived(name, path) : default;
    }

    /// <summary>Looks a device up in amdgpu.ids ("744C,	C8,	AMD Radeon RX 7900 XTX").</summary>
    internal static string? Amd(string? text, int device, int revision)
    {
        foreach (var line in (text ?? "").AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] == '#') continue;
            var fields = line.ToString().Split(',', 3, StringSplitOptions.TrimEntries);
            if (fields.Length == 3 && Text.Parse.Hex(fields[0]) == device && Text.Parse.Hex(fields[1]) == revision && fields[2].Length > 0)
                return fields[2];
        }

        return null;
    }

    /// <summary>Looks a device up in a PCI ID list: vendors at the margin, their devices after one tab.</summary>
    internal static string? Pci(string text, int vendor, int device)
    {
        var inVendor = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] == '#') continue;
            if (line[0] != '\t')
            {
                if (inVendor) return null;
                inVendor = Starts(line, vendor);
            }
            else if (inVendor && line.Length > 1 && line[1] != '\t' && Starts(line[1..], device))
            {
                var name = line[5..].Trim().ToString();
                return name.Length > 0 ? name : null;
            }
        }

        return null;
    }

    private static bool Starts(ReadOnlySpan<char> line, int id) =>
        line.Length > 5 && line[4] == ' ' && Text.Parse.Hex(line[..4].ToString()) == id;
}
