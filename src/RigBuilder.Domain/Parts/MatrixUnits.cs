namespace RigBuilder.Domain.Parts;

/// <summary>Matrix multiplication hardware of a GPU.</summary>
public enum MatrixUnits
{
    /// <summary>None.</summary>
    None,

    /// <summary>NVIDIA tensor cores.</summary>
    TensorCores,

    /// <summary>AMD RDNA 3 and later WMMA.</summary>
    Wmma,

    /// <summary>AMD CDNA matrix cores.</summary>
    MatrixCores,

    /// <summary>Intel XMX.</summary>
    Xmx,
}
