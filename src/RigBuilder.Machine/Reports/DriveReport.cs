using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;

namespace RigBuilder.Machine.Reports;

/// <summary>A drive.</summary>
public sealed record DriveReport
{
    /// <summary>Name in the system, "nvme0n1".</summary>
    public Reading<string> Device { get; init; }

    /// <summary>Model as the drive gives it.</summary>
    public Reading<string> Model { get; init; }

    /// <summary>Capacity (decimal units).</summary>
    public Reading<Bytes> Size { get; init; }

    /// <summary>What it is.</summary>
    public Reading<DriveKind> Kind { get; init; }

    /// <summary>PCIe link of an NVMe drive as it is now.</summary>
    public Reading<PcieLink> LinkNow { get; init; }

    /// <summary>Best PCIe link of an NVMe drive.</summary>
    public Reading<PcieLink> LinkBest { get; init; }
}

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
