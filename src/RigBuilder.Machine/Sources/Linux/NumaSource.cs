using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Linux;

/// <summary>NUMA nodes from /sys/devices/system/node.</summary>
/// <param name="files">System files.</param>
public sealed class NumaSource(ISystemFiles files) : IHardwareSource
{
    private const string Folder = "/sys/devices/system/node";

    /// <inheritdoc/>
    public string Name => Folder;

    /// <inheritdoc/>
    public Task<MachineReport> ReadAsync(CancellationToken cancellation) => Task.FromResult(new MachineReport
    {
        Numa = [.. files.List(Folder)
            .Where(n => n.StartsWith("node", StringComparison.Ordinal))
            .Select(n => Parse.Int(n[4..])).OfType<int>().Where(n => n >= 0).Order()
            .Select(Node)],
    });

    private NumaNode Node(int number)
    {
        var folder = $"{Folder}/node{number}";
        return new NumaNode(number, Reading.OfText(files.ReadText($"{folder}/cpulist"), $"{folder}/cpulist"), Memory($"{folder}/meminfo"));
    }

    // "Node 0 MemTotal:       65773440 kB"
    private Reading<Bytes> Memory(string path)
    {
        foreach (var line in Lines.Of(files.ReadText(path)))
            if (Lines.Pair(line) is var (key, value) && key.EndsWith(" MemTotal", StringComparison.Ordinal)
                && Parse.Count(value.Split(' ')[0]) is < 1L << 50 and var kib)
                return Reading.Of(Bytes.FromCount(kib * 1024), path);
        return default;
    }
}
