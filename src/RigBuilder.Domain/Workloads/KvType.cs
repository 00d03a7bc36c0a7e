namespace RigBuilder.Domain.Workloads;

/// <summary>Element type of the key/value cache: every type that llama.cpp's -ctk and -ctv take (bytes per element with block scales).</summary>
public enum KvType
{
    /// <summary>16-bit floating point, 2 bytes.</summary>
    F16,

    /// <summary>8-bit blocks with scale, 34 bytes per 32 elements.</summary>
    Q8_0,

    /// <summary>4-bit blocks with scale, 18 bytes per 32 elements.</summary>
    Q4_0,

    /// <summary>32-bit floating point, 4 bytes.</summary>
    F32,

    /// <summary>16-bit brain floating point, 2 bytes.</summary>
    Bf16,

    /// <summary>5-bit blocks with scale and minimum, 24 bytes per 32 elements.</summary>
    Q5_1,

    /// <summary>5-bit blocks with scale, 22 bytes per 32 elements.</summary>
    Q5_0,

    /// <summary>4-bit blocks with scale and minimum, 20 bytes per 32 elements.</summary>
    Q4_1,

    /// <summary>4-bit blocks with scale on a non-linear grid, 18 bytes per 32 elements.</summary>
    Iq4_Nl,
}
