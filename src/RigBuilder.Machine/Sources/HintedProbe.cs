using RigBuilder.Machine.Merging;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Sources;

/// <summary>
/// A probe whose gaps another probe fills. What the other one says counts as a hint: it never replaces a reading of ours, and a
/// hang, an exception or a wrong value of its stays without effect beyond a diagnostic or a listed contradiction.
/// </summary>
/// <param name="trusted">The probe that is believed.</param>
/// <param name="hints">The probe that fills gaps.</param>
/// <param name="time">Clock of the limit.</param>
/// <param name="limit">Longest wait for the hints.</param>
public sealed class HintedProbe(IHardwareProbe trusted, IHardwareProbe hints, TimeProvider time, TimeSpan limit) : IHardwareProbe
{
    /// <inheritdoc/>
    public string Name => $"{trusted.Name} with {hints.Name}";

    /// <inheritdoc/>
    public async Task<MachineReport> ProbeAsync(CancellationToken cancellation)
    {
        var ours = trusted.ProbeAsync(cancellation);
        var theirs = Patience.WaitAsync(hints.Name, hints.ProbeAsync, time, limit, cancellation);
        return ReportMerge.Merge(await ours.ConfigureAwait(false), await theirs.ConfigureAwait(false), Confidence.Hint);
    }
}
