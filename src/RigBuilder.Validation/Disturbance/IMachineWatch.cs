using System.Collections.Immutable;

namespace RigBuilder.Validation.Disturbance;

/// <summary>Watches what else the machine does while tests run.</summary>
public interface IMachineWatch
{
    /// <summary>The counters now. Cheap: a few reads of small files.</summary>
    MachineSnapshot Take();

    /// <summary>CPU seconds used so far by every other process that can be seen, by process id.</summary>
    ImmutableDictionary<int, ProcessUsage> Processes();
}
