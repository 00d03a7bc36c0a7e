using RigBuilder.Domain.Units;

namespace RigBuilder.Validation;

/// <summary>What the machine has left, asked before anything large is made.</summary>
public interface IMachineResources
{
    /// <summary>Memory that can be taken now without swapping, within the limit of a container; null when unknown.</summary>
    Bytes? AvailableMemory();

    /// <summary>Free space on the drive of a folder; null when unknown.</summary>
    Bytes? FreeDisk(string folder);

    /// <summary>Size of all last-level caches together, of every socket and cluster of cores; null when unknown.</summary>
    Bytes? LastLevelCache();

    /// <summary>NUMA nodes with memory; null when unknown.</summary>
    int? NumaNodes();
}
