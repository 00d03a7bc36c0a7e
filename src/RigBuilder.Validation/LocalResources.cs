using System.Globalization;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation;

/// <summary>Memory and disk of this machine, as far as the system tells.</summary>
public sealed class LocalResources : IMachineResources
{
    private const string Cpus = "/sys/devices/system/cpu";

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
        // Cores share a cache in groups; each group names its cores, and each cache counts once.
        var caches = Numbered(Cpus, "cpu").SelectMany(cpu => Numbered($"{cpu}/cache", "index"))
            .Select(index => (Level: Number(Text($"{index}/level")), Cores: Text($"{index}/shared_cpu_list"), Size: Kibibytes(Text($"{index}/size"))))
            .Where(c => c is { Level: not null, Size: not null }).Distinct().ToList();
        if (caches.Count == 0) return null;
        var last = caches.Max(c => c.Level);
        return Bytes.FromCount(caches.Where(c => c.Level == last).Sum(c => c.Size!.Value) * 1024);
    }

    /// <inheritdoc/>
    public int? NumaNodes() => Numbered("/sys/devices/system/node", "node").Count() is > 0 and var count ? count : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static long? Kibibytes(string text) => text.EndsWith('K') ? Number(text[..^1]) : text.EndsWith('M') ? Number(text[..^1]) * 1024 : null;

    private static string Text(string path) => Lines(path).FirstOrDefault()?.Trim() ?? "";

    /// <summary>Folders named by a word and a number.</summary>
    private static IEnumerable<string> Numbered(string folder, string word)
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.GetDirectories(folder, word + "*").Where(f => Number(Path.GetFileName(f)[word.Length..]) is not null)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
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
