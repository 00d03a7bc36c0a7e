using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Sources;
using RigBuilder.Machine.Sources.Linux;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.States;

/// <summary>
/// Watches by /proc, /sys and nvidia-smi. Where they do not exist (Windows, macOS, other vendors' cards) the readings are
/// unknown and nothing counts as a disturbance.
/// </summary>
/// <param name="files">System files.</param>
/// <param name="tools">Runs nvidia-smi.</param>
/// <param name="time">Clock of the interval.</param>
public sealed class MachineMonitor(ISystemFiles files, IProcessRunner tools, TimeProvider time) : IMachineMonitor
{
    private readonly ProcStat _stat = new(files);

    /// <inheritdoc/>
    public MachineSample Sample(params ImmutableArray<int> ours) => _stat.Sample(ours);

    /// <inheritdoc/>
    public async Task<MachineState> ObserveAsync(TimeSpan interval, ImmutableArray<int> ours, CancellationToken cancellation)
    {
        var (before, first) = (Sample(ours), _stat.Processes());
        var began = time.GetTimestamp();
        await Task.Delay(interval, time, cancellation).ConfigureAwait(false);
        // The second sample comes before the tools run, which would count as other load.
        var after = Sample(ours);
        var busiest = BusiestProcesses.Between(first, _stat.Processes(), ours, time.GetElapsedTime(began));
        var states = await Run(NvidiaStates.StateQuery, cancellation).ConfigureAwait(false);
        if (states.Output.Contains("is not a valid field to query", StringComparison.Ordinal))
            states = await Run(NvidiaStates.NewStateQuery, cancellation).ConfigureAwait(false);
        var holders = states.Succeeded ? await Run(NvidiaStates.HolderQuery, cancellation).ConfigureAwait(false) : ToolRun.Absent;
        return new MachineState(
            CpuUse.Between(before, after),
            [.. states.Succeeded ? NvidiaStates.States(states.Output) : [], .. AmdStates()],
            holders.Succeeded ? NvidiaStates.Holders(holders.Output, ours) : [])
        {
            Busiest = busiest,
        };
    }

    private Task<ToolRun> Run(ToolCall call, CancellationToken cancellation) => tools.RunAsync(call, cancellation);

    // amdgpu tells the memory in use, not by whom.
    private IEnumerable<GpuState> AmdStates()
    {
        foreach (var entry in files.List(PciLinks.Devices).Where(e => PciAddress.Parse(e) == e))
        {
            var path = $"{PciLinks.Devices}/{entry}/mem_info_vram_used";
            if (Parse.Count(files.ReadText(path)) is < 1L << 50 and var used)
                yield return new GpuState(entry, Reading.Of(Bytes.FromCount(used), path), default, []);
        }
    }
}
