using System.Globalization;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.Text;

/// <summary>Numbers as tools write them, whatever the culture of the process; null when there is none.</summary>
internal static class Parse
{
    /// <summary>A whole number, possibly with blanks around.</summary>
    public static int? Int(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A whole number of 64 bits, not negative.</summary>
    public static long? Count(string? text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= 0 ? value : null;

    /// <summary>A finite number with a decimal point.</summary>
    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>The number a text begins with ("16.0 GT/s PCIe" gives 16).</summary>
    public static double? Leading(string? text)
    {
        var trimmed = (text ?? "").AsSpan().TrimStart();
        var end = 0;
        while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] == '.')) end++;
        return Number(trimmed[..end].ToString());
    }

    /// <summary>A hexadecimal number with or without 0x.</summary>
    public static int? Hex(string? text)
    {
        var digits = (text ?? "").Trim();
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) digits = digits[2..];
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>How many numbers a list such as "0-3,8" holds; null when it is none.</summary>
    public static int? ListLength(string? list)
    {
        var total = 0L;
        foreach (var part in (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            if (Count(ends[0]) is not { } first || Count(ends[^1]) is not { } last || ends.Length > 2 || last < first || last > int.MaxValue) return null;
            total += last - first + 1;
            if (total > int.MaxValue) return null;
        }

        return total == 0 ? null : (int)total;
    }

    /// <summary>A link from a line rate ("16.0 GT/s PCIe") and a width ("16"); null when either is none.</summary>
    public static PcieLink? Link(string? speed, string? width)
    {
        var gen = Leading(speed) switch { 2.5 => 1, 5 => 2, 8 => 3, 16 => 4, 32 => 5, 64 => 6, 128 => 7, _ => 0 };
        return gen > 0 && Leading(width) is { } lanes ? LinkOf(gen, (int)Math.Min(lanes, 99)) : null;
    }

    /// <summary>A size of memory in binary units, whatever they are called: "16384 MB", "16 GB", "16 GiB". Null for anything else.</summary>
    public static Bytes? Size(string? text)
    {
        if (Leading(text) is not (> 0 and < 1e6 and var value)) return null;
        var unit = text!.Trim().Split(' ')[^1].ToUpperInvariant();
        var factor = unit switch { "KB" or "KIB" => 1024.0, "MB" or "MIB" => 1024.0 * 1024, "GB" or "GIB" => 1024.0 * 1024 * 1024, "TB" or "TIB" => 1024.0 * 1024 * 1024 * 1024, _ => 0 };
        return factor > 0 ? Bytes.FromDouble(value * factor) : null;
    }

    /// <summary>A link of a generation and a width; null when they are not from the standard.</summary>
    public static PcieLink? LinkOf(int? gen, int? lanes) =>
        gen is >= 1 and <= 7 && lanes is 1 or 2 or 4 or 8 or 12 or 16 or 32 && gen is { } g && lanes is { } l ? new PcieLink(g, l) : null;
}
