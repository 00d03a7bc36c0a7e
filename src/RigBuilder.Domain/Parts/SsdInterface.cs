namespace RigBuilder.Domain.Parts;

/// <summary>How a drive is attached.</summary>
public enum SsdInterface
{
    /// <summary>NVMe in an M.2 socket.</summary>
    NvmeM2,

    /// <summary>SATA, about 550 MB/s at most.</summary>
    Sata,
}
