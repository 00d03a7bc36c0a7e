using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Ports;

/// <summary>One place that knows something about the machine (a file tree, a tool). It fills what it knows and leaves the rest unknown.</summary>
public interface IHardwareSource
{
    /// <summary>Name for diagnostics, for example "nvidia-smi".</summary>
    string Name { get; }

    /// <summary>Reads the source.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    Task<MachineReport> ReadAsync(CancellationToken cancellation);
}
