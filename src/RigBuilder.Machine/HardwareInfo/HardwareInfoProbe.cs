using System.Reflection;
using RigBuilder.Machine.Ports;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Sources;

namespace RigBuilder.Machine.HardwareInfo;

/// <summary>
/// What the Hardware.Info library says of the machine. Every reading of it is a hint: it waits for tools without a limit and
/// misreads some of their output, so each of its lists is asked for alone, on a thread of its own, with a limit, and what it
/// is known to get wrong is left out.
/// </summary>
/// <param name="time">Clock of the limit.</param>
/// <param name="limit">Longest wait for one list.</param>
public sealed class HardwareInfoProbe(TimeProvider time, TimeSpan limit) : IHardwareProbe
{
    private readonly SourceProbe _lists = new(Library, [.. HardwareInfoSource.All()], time, limit);

    /// <summary>Name of the library with its version.</summary>
    public static string Library { get; } = $"Hardware.Info {Version()}";

    /// <inheritdoc/>
    public string Name => Library;

    /// <inheritdoc/>
    public Task<MachineReport> ProbeAsync(CancellationToken cancellation) => _lists.ProbeAsync(cancellation);

    private static string? Version() =>
        typeof(Hardware.Info.IHardwareInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
}
