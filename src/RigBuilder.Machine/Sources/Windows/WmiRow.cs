using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Windows;

/// <summary>A row of WMI or of the registry with its values as the types we need.</summary>
internal static class WmiRow
{
    /// <summary>A text that says something, else null.</summary>
    public static string? Text(this ImmutableDictionary<string, object> row, string key) =>
        Placeholders.Clean(row.GetValueOrDefault(key) as string);

    /// <summary>A number that is not negative, else null. WMI gives 64-bit numbers as any integer type or as text.</summary>
    public static long? Number(this ImmutableDictionary<string, object> row, string key) => row.GetValueOrDefault(key) switch
    {
        byte value => value,
        ushort value => value,
        uint value => value,
        ulong value and <= long.MaxValue => (long)value,
        short value and >= 0 => value,
        int value and >= 0 => value,
        long value and >= 0 => value,
        string value => Parse.Count(value),
        // Some drivers store the registry value as eight raw bytes.
        byte[] { Length: 8 } value when BitConverter.ToInt64(value) is >= 0 and var number => number,
        _ => null,
    };

    /// <summary>Vendor and device number out of "PCI\VEN_10DE&amp;DEV_2204&amp;…"; null for other busses.</summary>
    public static (int Vendor, int Device)? Pci(string? id)
    {
        return Part("VEN_") is { } vendor && Part("DEV_") is { } device ? (vendor, device) : null;

        int? Part(string mark)
        {
            var at = id?.IndexOf(mark, StringComparison.OrdinalIgnoreCase) ?? -1;
            return at >= 0 && at + mark.Length + 4 <= id!.Length
                && int.TryParse(id.AsSpan(at + mark.Length, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
        }
    }
}
