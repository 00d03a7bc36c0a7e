using RigBuilder.Domain.Units;

namespace RigBuilder.Validation;

/// <summary>What the machine has left, asked before anything large is made.</summary>
public interface IMachineResources
{
    /// <summary>Memory that can be taken now without swapping, within the limit of a container; null when unknown.</summary>
    Bytes? AvailableMemory();

    /// <summary>Free space on the drive of a folder; null when unknown.</summary>
    Bytes? FreeDisk(string folder);

    /// <summary>Size of the last-level cache of one socket; null when unknown.</summary>
    Bytes? LastLevelCache();
}
