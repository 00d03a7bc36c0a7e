using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Ports;

/// <summary>
/// Finds out what hardware the program runs on. A probe never throws for what the machine does (missing tools, hangs, garbage):
/// that ends in unknown readings and <see cref="MachineReport.Diagnostics"/>. Call it off the UI thread; it may take seconds.
/// </summary>
public interface IHardwareProbe
{
    /// <summary>Name for sources and diagnostics, for example "built-in probe".</summary>
    string Name { get; }

    /// <summary>Probes the machine.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    Task<MachineReport> ProbeAsync(CancellationToken cancellation);
}
