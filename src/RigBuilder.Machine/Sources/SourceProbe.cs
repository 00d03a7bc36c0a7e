using System.Collections.Immutable;
using RigBuilder.Machine.Merging;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources;

/// <summary>
/// Asks all sources at once and merges their answers, the most trusted source first. A source that hangs or fails is left out
/// with a diagnostic; it never delays the report beyond the limit.
/// </summary>
/// <param name="name">Name of the probe.</param>
/// <param name="sources">The sources, the most trusted first.</param>
/// <param name="time">Clock of the limit.</param>
/// <param name="limit">Longest wait for one source.</param>
public sealed class SourceProbe(string name, ImmutableArray<IHardwareSource> sources, TimeProvider time, TimeSpan limit) : IHardwareProbe
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<MachineReport> ProbeAsync(CancellationToken cancellation)
    {
        var reports = await Task.WhenAll(sources.Select(s => Patience.WaitAsync(s.Name, s.ReadAsync, time, limit, cancellation))).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return Conclusions.Complete(ReportMerge.Merge(reports));
    }
}
