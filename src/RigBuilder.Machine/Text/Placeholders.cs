using System.Collections.Frozen;

namespace RigBuilder.Machine.Text;

/// <summary>Texts that firmware and tools write where they know nothing.</summary>
internal static class Placeholders
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        [
            "", "n/a", "[n/a]", "[not supported]", "not supported", "none", "null", "unknown", "[unknown error]", "[insufficient permissions]",
            "undefined", "not specified", "not available", "not provided", "not present", "no dimm", "empty", "default string", "default",
            "to be filled by o.e.m.", "to be filled by oem", "o.e.m.", "oem", "system manufacturer", "system product name", "system version",
            "system serial number", "base board manufacturer", "baseboard manufacturer", "base board product name", "type1productconfigid",
            "invalid", "x.x", "0000", "00000000", "partnum", "part number", "manufacturer", "bad index", "<bad index>", "<out of spec>",
            "no module installed", "dimm_a0_partnum", "[empty]", "module part number", "---", "xxxx", "todo",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The trimmed text, or null when it says nothing.</summary>
    public static string? Clean(string? text)
    {
        var trimmed = (text ?? "").Trim(' ', '\t', '\r', '\n', '\0');
        return Known.Contains(trimmed) ? null : trimmed;
    }
}
