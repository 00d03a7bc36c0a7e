using System.Globalization;

namespace RigBuilder.Machine.Sources;

/// <summary>PCI addresses as different tools write them, in one form: "0000:01:00.0".</summary>
internal static class PciAddress
{
    /// <summary>The one form of "01:00.0", "0000:01:00.0" or "00000000:01:00.0"; null for anything else.</summary>
    public static string? Parse(string? text)
    {
        var fields = (text ?? "").Trim().Split(':', '.');
        if (fields.Length is < 3 or > 4 || fields.Any(f => f.Length is 0 or > 8)) return null;
        var values = new uint[fields.Length];
        for (var i = 0; i < fields.Length; i++)
            if (!uint.TryParse(fields[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out values[i])) return null;
        var domain = fields.Length == 4 ? values[0] : 0;
        var (bus, device, function) = (values[^3], values[^2], values[^1]);
        return bus > 0xFF || device > 0x1F || function > 7 ? null : string.Create(CultureInfo.InvariantCulture, $"{domain:x4}:{bus:x2}:{device:x2}.{function:x}");
    }
}
