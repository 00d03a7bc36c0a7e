using RigBuilder.Domain.Units;

namespace RigBuilder.Domain.Parts;

/// <summary>A solid-state drive.</summary>
public sealed record Ssd : Part
{
    /// <inheritdoc/>
    public override PartKind Kind => PartKind.Ssd;

    /// <summary>Capacity (decimal units).</summary>
    public required Bytes Capacity { get; init; }

    /// <summary>How it is attached.</summary>
    public required SsdInterface Interface { get; init; }

    /// <summary>PCIe link of an NVMe drive; null for SATA.</summary>
    public PcieLink? Pcie { get; init; }

    /// <summary>Rated sequential read speed.</summary>
    public required BytesPerSecond Read { get; init; }

    /// <summary>Rated sequential write speed. Null when unknown.</summary>
    public BytesPerSecond? Write { get; init; }

    /// <summary>Rated endurance (bytes written). Null when unknown.</summary>
    public Bytes? Endurance { get; init; }
}

/// <summary>How a drive is attached.</summary>
public enum SsdInterface
{
    /// <summary>NVMe in an M.2 socket.</summary>
    NvmeM2,

    /// <summary>SATA, about 550 MB/s at most.</summary>
    Sata,
}
