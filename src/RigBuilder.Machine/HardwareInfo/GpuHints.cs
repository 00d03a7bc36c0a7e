using System.Collections.Immutable;
using Hardware.Info;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.HardwareInfo;

/// <summary>Graphics cards from the library's list of video controllers.</summary>
internal static class GpuHints
{
    // Win32_VideoController has 32 bits for the memory: cards with more report a little less than 4 GiB.
    private const ulong CappedFrom = 4095UL << 20;
    private const ulong CappedUntil = 4UL << 30;

    public static ImmutableArray<GpuReport> Of(IEnumerable<VideoController> cards) =>
        [.. cards.Where(c => IsNamed(c.Name)).Select(c => new GpuReport
        {
            Name = Hints.Text(c.Name),
            Vendor = Hints.Text(Vendor(c.Manufacturer)),
            VramTotal = c.AdapterRAM is >= CappedFrom and < CappedUntil or > 1UL << 50
                ? default
                : Hints.Of(c.AdapterRAM, n => Bytes.FromCount((long)n)),
            Driver = Hints.Text(c.DriverVersion),
        })];

    // A card without a name, or one that the system's list of names does not know, could not be told from those of our own probe.
    private static bool IsNamed(string? name) =>
        !string.IsNullOrWhiteSpace(name) && !name.TrimStart().StartsWith("Device ", StringComparison.Ordinal);

    private static string? Vendor(string? told) => told switch
    {
        not null when told.Contains("NVIDIA", StringComparison.OrdinalIgnoreCase) => "nvidia",
        not null when told.Contains("Advanced Micro Devices", StringComparison.OrdinalIgnoreCase) => "amd",
        not null when told.Contains("Intel", StringComparison.OrdinalIgnoreCase) => "intel",
        _ => told,
    };
}
