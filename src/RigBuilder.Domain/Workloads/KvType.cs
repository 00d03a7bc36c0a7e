namespace RigBuilder.Domain.Workloads;

/// <summary>Element type of the key/value cache (llama.cpp's -ctk and -ctv).</summary>
public enum KvType
{
    /// <summary>16-bit floating point, 2 bytes.</summary>
    F16,

    /// <summary>8-bit blocks with scale, 34 bytes per 32 elements.</summary>
    Q8_0,

    /// <summary>4-bit blocks with scale, 18 bytes per 32 elements.</summary>
    Q4_0,
}
