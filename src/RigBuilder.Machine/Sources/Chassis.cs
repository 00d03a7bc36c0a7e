using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources;

/// <summary>Chassis types of SMBIOS (System Management BIOS reference specification, table "System Enclosure or Chassis Types").</summary>
internal static class Chassis
{
    /// <summary>Whether a chassis type is a portable one; unknown for "other", "unknown" and numbers outside the table.</summary>
    public static Reading<bool> Portable(int? type, string source) => (type & 0x7F) switch
    {
        8 or 9 or 10 or 11 or 14 or 30 or 31 or 32 => Reading.Of(true, source),
        >= 3 and <= 36 => Reading.Of(false, source),
        _ => default,
    };
}
