using System.Collections.Immutable;
using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.Reports;

/// <summary>System memory.</summary>
public sealed record MemoryReport
{
    /// <summary>What the operating system can use; a little less than what is installed.</summary>
    public Reading<Bytes> Usable { get; init; }

    /// <summary>What can be allocated now without swapping.</summary>
    public Reading<Bytes> Available { get; init; }

    /// <summary>Swap space.</summary>
    public Reading<Bytes> Swap { get; init; }

    /// <summary>Sum of the modules.</summary>
    public Reading<Bytes> Installed { get; init; }

    /// <summary>Module slots, populated or not.</summary>
    public Reading<int> Slots { get; init; }

    /// <summary>Channels with at least one module, where the slots' names tell.</summary>
    public Reading<int> ChannelsPopulated { get; init; }

    /// <summary>Populated modules; empty when the firmware's table cannot be read.</summary>
    public ImmutableArray<MemoryModule> Modules { get; init; } = [];
}
