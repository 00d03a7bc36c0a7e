using System.Globalization;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation;

/// <summary>Memory and disk of this machine, as far as the system tells.</summary>
public sealed class LocalResources : IMachineResources
{
    private const string Cache = "/sys/devices/system/cpu/cpu0/cache";

    /// <inheritdoc/>
    public Bytes? AvailableMemory()
    {
        var kib = Lines("/proc/meminfo").Where(l => l.StartsWith("MemAvailable:", StringComparison.Ordinal))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(f => f.Length > 1)
            .Select(f => long.TryParse(f[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (long?)null).FirstOrDefault();
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var available = kib is { } known ? Math.Min(known * 1024, limit) : limit;
        return available > 0 ? Bytes.FromCount(available) : null;
    }

    /// <inheritdoc/>
    public Bytes? FreeDisk(string folder)
    {
        try
        {
            return Bytes.FromCount(Math.Max(0, new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Bytes? LastLevelCache()
    {
        long best = 0;
        for (var index = 0; index < 8; index++)
        {
            var text = Lines($"{Cache}/index{index}/size").FirstOrDefault()?.Trim() ?? "";
            if (text.EndsWith('K') && long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var kib)) best = Math.Max(best, kib * 1024);
        }

        return best > 0 ? Bytes.FromCount(best) : null;
    }

    private static IEnumerable<string> Lines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllLines(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
