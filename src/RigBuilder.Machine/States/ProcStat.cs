using System.Collections.Immutable;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.States;

/// <summary>Processor counters from /proc (proc(5)) and /sys/devices/system/cpu.</summary>
/// <param name="files">System files.</param>
internal sealed class ProcStat(ISystemFiles files)
{
    private const string Tree = "/sys/devices/system/cpu";

    /// <summary>The counters now.</summary>
    public MachineSample Sample(ImmutableArray<int> ours)
    {
        var (total, busy, stolen) = Machine(files.ReadText("/proc/stat"));
        return new MachineSample(total, busy, stolen, ours.Sum(p => Process(files.ReadText($"/proc/{p}/stat"))), Throttled());
    }

    /// <summary>Name and ticks of every process, by id.</summary>
    public ImmutableDictionary<int, (string Name, long Ticks)> Processes()
    {
        var processes = ImmutableDictionary.CreateBuilder<int, (string, long)>();
        foreach (var entry in files.List("/proc"))
        {
            if (Parse.Count(entry) is not (> 0 and <= int.MaxValue and var id) || files.ReadText($"/proc/{entry}/stat") is not { } text) continue;
            int open = text.IndexOf('('), close = text.LastIndexOf(')');
            if (open >= 0 && close > open) processes[(int)id] = (text[(open + 1)..close], Process(text, withChildren: false));
        }

        return processes.ToImmutable();
    }

    /// <summary>Total, busy and stolen ticks of the first line: user nice system idle iowait irq softirq steal (guest is part of user).</summary>
    internal static (long? Total, long? Busy, long? Stolen) Machine(string? text)
    {
        var line = (text ?? "").Split('\n', 2)[0];
        var ticks = line.StartsWith("cpu ", StringComparison.Ordinal)
            ? line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(Parse.Count).ToArray()
            : [];
        if (ticks.Length < 8 || ticks.Any(t => t is null or >= 1L << 56)) return (null, null, null);
        var total = ticks.Sum(t => t!.Value);
        var (idle, waiting, stolen) = (ticks[3]!.Value, ticks[4]!.Value, ticks[7]!.Value);
        return (total, total - idle - waiting - stolen, stolen);
    }

    /// <summary>Ticks of a process, with its ended children or without; 0 for one that is gone. The name in brackets may hold anything.</summary>
    internal static long Process(string? text, bool withChildren = true)
    {
        var end = text?.LastIndexOf(')') ?? -1;
        if (end < 0) return 0;
        var fields = text![(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // utime, stime, cutime and cstime are fields 14 to 17; the state after the name is field 3.
        return fields.Length < 15 ? 0 : fields[11..(withChildren ? 15 : 13)].Sum(f => Parse.Count(f) is < 1L << 56 and var ticks ? ticks : 0);
    }

    private long? Throttled()
    {
        var counts = files.List(Tree)
            .Where(n => n.StartsWith("cpu", StringComparison.Ordinal) && Parse.Count(n[3..]) is not null)
            .SelectMany(n => (string[])[$"{Tree}/{n}/thermal_throttle/core_throttle_count", $"{Tree}/{n}/thermal_throttle/package_throttle_count"])
            .Select(path => Parse.Count(files.ReadText(path))).OfType<long>().Where(c => c < 1L << 48).ToArray();
        return counts.Length == 0 ? null : counts.Sum();
    }
}
