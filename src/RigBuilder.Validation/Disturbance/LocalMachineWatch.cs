using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using RigBuilder.Domain.Units;

namespace RigBuilder.Validation.Disturbance;

/// <summary>
/// This machine's counters: /proc/stat, /proc/PID/stat and the thermal throttle counters on Linux; on other systems only the
/// own process and the others' CPU times that .NET tells.
/// </summary>
public sealed class LocalMachineWatch : IMachineWatch
{
    /// <summary>Clock ticks per second in /proc; 100 on every Linux that .NET runs on (proc(5), USER_HZ).</summary>
    private const double TicksPerSecond = 100;

    private const string Cpus = "/sys/devices/system/cpu";

    /// <inheritdoc/>
    public MachineSnapshot Take() => new(
        Duration.FromSeconds(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency), BusyCpu(Read("/proc/stat")),
        Duration.FromSeconds(Environment.CpuUsage.TotalTime.TotalSeconds), Throttles());

    /// <inheritdoc/>
    public ImmutableDictionary<int, ProcessUsage> Processes()
    {
        var usages = ImmutableDictionary.CreateBuilder<int, ProcessUsage>();
        foreach (var folder in Folders("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) continue;
            if (id != Environment.ProcessId && ProcessStat(Read($"{folder}/stat")) is { } usage) usages[id] = usage;
        }

        return usages.ToImmutable();
    }

    /// <summary>Busy time of all CPUs from the first line of /proc/stat: everything but idle and waiting for I/O.</summary>
    internal static Duration? BusyCpu(string? stat)
    {
        var fields = stat?.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields is not ["cpu", ..] || fields.Length < 8) return null;
        var ticks = 0.0;
        for (var i = 1; i < 8; i++)
        {
            if (!double.TryParse(fields[i], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
            if (i is not (4 or 5)) ticks += value;
        }

        // "steal" (field 8) is time that the hypervisor gave to others: busy, and not ours.
        if (fields.Length > 8 && double.TryParse(fields[8], NumberStyles.None, CultureInfo.InvariantCulture, out var stolen)) ticks += stolen;
        return Duration.FromSeconds(ticks / TicksPerSecond);
    }

    /// <summary>Name and CPU time from a /proc/PID/stat; the name stands in brackets and may hold anything.</summary>
    internal static ProcessUsage? ProcessStat(string? stat)
    {
        if (stat is null) return null;
        int open = stat.IndexOf('('), close = stat.LastIndexOf(')');
        if (open < 0 || close < open) return null;
        var fields = stat[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 12
            && double.TryParse(fields[11], NumberStyles.None, CultureInfo.InvariantCulture, out var user)
            && double.TryParse(fields[12], NumberStyles.None, CultureInfo.InvariantCulture, out var system)
            ? new ProcessUsage(stat[(open + 1)..close], Duration.FromSeconds((user + system) / TicksPerSecond))
            : null;
    }

    private static long? Throttles()
    {
        long? sum = null;
        foreach (var cpu in Folders(Cpus))
        {
            var text = Read($"{cpu}/thermal_throttle/core_throttle_count");
            if (long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) sum = (sum ?? 0) + count;
        }

        return sum;
    }

    private static IEnumerable<string> Folders(string path)
    {
        try
        {
            return Directory.Exists(path) ? Directory.GetDirectories(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
