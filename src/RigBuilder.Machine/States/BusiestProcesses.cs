using System.Collections.Immutable;

namespace RigBuilder.Machine.States;

/// <summary>Who used the processors between two looks at all processes.</summary>
internal static class BusiestProcesses
{
    private const double TicksPerSecond = 100;
    private const double Noticeable = 0.02;
    private const int Named = 3;

    /// <summary>The busiest, at most three; those that came or went in between are not known.</summary>
    /// <param name="before">Name and clock ticks (proc(5), USER_HZ = 100) of every process, by id.</param>
    /// <param name="after">The same, later.</param>
    /// <param name="ours">Process ids of our own.</param>
    /// <param name="elapsed">Time in between.</param>
    public static ImmutableArray<BusyProcess> Between(
        ImmutableDictionary<int, (string Name, long Ticks)> before, ImmutableDictionary<int, (string Name, long Ticks)> after,
        ImmutableArray<int> ours, TimeSpan elapsed)
    {
        if (elapsed <= TimeSpan.Zero) return [];
        return
        [
            .. after.Where(p => !ours.Contains(p.Key) && before.TryGetValue(p.Key, out var was) && was.Name == p.Value.Name)
                .Select(p => new BusyProcess(p.Value.Name, (p.Value.Ticks - before[p.Key].Ticks) / TicksPerSecond / elapsed.TotalSeconds))
                .Where(p => p.Cpus > Noticeable)
                .OrderByDescending(p => p.Cpus).ThenBy(p => p.Name, StringComparer.Ordinal).Take(Named),
        ];
    }
}
