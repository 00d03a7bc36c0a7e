using Hardware.Info;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.HardwareInfo;

/// <summary>The processor from the library's list, which has an entry per socket.</summary>
internal static class CpuHints
{
    public static CpuReport Of(IReadOnlyList<CPU> sockets, bool clockIsBase)
    {
        if (sockets.Count == 0) return new CpuReport();
        var first = sockets[0];
        // WMI's "MaxClockSpeed" is the base clock; the current clock depends on the moment (and its parsing on the culture).
        var clock = Hints.Of(sockets.Max(s => s.MaxClockSpeed), mhz => Frequency.FromGigahertz(mhz / 1000d));
        return new CpuReport
        {
            Name = Hints.Text(first.Name),
            Vendor = Hints.Text(first.Manufacturer switch { "GenuineIntel" => "intel", "AuthenticAMD" => "amd", var other => other }),
            Sockets = Hints.Of((ulong)sockets.Count, n => (int)n),
            Cores = Sum(sockets, s => s.NumberOfCores),
            Threads = Sum(sockets, s => s.NumberOfLogicalProcessors),
            BaseClock = clockIsBase ? clock : default,
            MaxClock = clockIsBase ? default : clock,
        };
    }

    // A socket without a count would make the sum too small.
    private static Reading<int> Sum(IReadOnlyList<CPU> sockets, Func<CPU, uint> count) =>
        sockets.Any(s => count(s) == 0) ? default : Hints.Of((ulong)sockets.Sum(s => count(s)), n => (int)Math.Min(n, 1 << 20));
}
