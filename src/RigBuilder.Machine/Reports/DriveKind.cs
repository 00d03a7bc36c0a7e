namespace RigBuilder.Machine.Reports;

/// <summary>What a drive is and how it is attached.</summary>
public enum DriveKind
{
    /// <summary>NVMe solid-state drive.</summary>
    Nvme,

    /// <summary>SATA or SAS solid-state drive.</summary>
    SataSsd,

    /// <summary>Rotating disk.</summary>
    HardDisk,

    /// <summary>USB stick, enclosure or card.</summary>
    Removable,

    /// <summary>Drive of a virtual machine.</summary>
    Virtual,
}
