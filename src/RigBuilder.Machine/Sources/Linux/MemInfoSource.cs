using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>Memory as the kernel sees it, from /proc/meminfo.</summary>
/// <param name="files">System files.</param>
public sealed class MemInfoSource(ISystemFiles files) : IHardwareSource
{
    private const string Info = "/proc/meminfo";

    /// <inheritdoc/>
    public string Name => Info;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation)
    {
        var text = files.ReadText(Info);
        return Task.FromResult(new MachineReport
        {
            Memory = new MemoryReport { Usable = Value(text, "MemTotal"), Available = Value(text, "MemAvailable"), Swap = Value(text, "SwapTotal") },
        });
    }

    /// <summary>One value of the file's text ("MemTotal:  65773440 kB"); unknown when it is missing or odd.</summary>
    internal static Reading<Bytes> Value(string? text, string key)
    {
        foreach (var line in Lines.Of(text))
            if (Lines.Pair(line) is var (name, value) && name == key && value.EndsWith(" kB", StringComparison.Ordinal)
                && Parse.Count(value[..^3]) is < 1L << 50 and var kib)
                return Reading.Of(Bytes.FromCount(kib * 1024), Info);
        return default;
    }
}
