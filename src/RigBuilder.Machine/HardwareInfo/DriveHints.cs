using System.Collections.Immutable;
using Hardware.Info;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.HardwareInfo;

/// <summary>Drives from the library's list.</summary>
internal static class DriveHints
{
    /// <param name="drives">The library's list.</param>
    /// <param name="fromLshw">Whether lshw was asked: its decimal sizes are then read as binary ones, up to 10 % too large.</param>
    public static ImmutableArray<DriveReport> Of(IEnumerable<Drive> drives, bool fromLshw) =>
        [.. drives.Where(d => !string.IsNullOrWhiteSpace(d.Model) && !IsOptical(d)).Select(d => new DriveReport
        {
            // "\\.\PHYSICALDRIVE0" numbers are not the names our own probe uses, so such drives are known by their model.
            Device = d.Name.StartsWith("/dev/", StringComparison.Ordinal) ? Hints.Text(d.Name["/dev/".Length..]) : default,
            Model = Hints.Text(d.Model),
            Size = fromLshw ? default : Hints.Of(d.Size, n => Bytes.FromCount((long)Math.Min(n, 1UL << 60))),
        })];

    private static bool IsOptical(Drive drive) =>
        drive.Description.Contains("DVD", StringComparison.OrdinalIgnoreCase) || drive.Description.Contains("CD-R", StringComparison.OrdinalIgnoreCase)
        || drive.Name.StartsWith("/dev/sr", StringComparison.Ordinal) || drive.Name.StartsWith("/dev/cdrom", StringComparison.Ordinal);
}
