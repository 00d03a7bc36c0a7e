using System.Collections.Frozen;
using RigBuilder.Domain.Units;

namespace RigBuilder.Prediction.Tensors;

/// <summary>
/// A tensor element type of ggml: elements come in blocks of a fixed size in bytes (ggml's <c>ggml-common.h</c>).
/// </summary>
/// <param name="Name">Lower-case name ("q4_k").</param>
/// <param name="Id">Number in GGUF files (ggml's <c>enum ggml_type</c>).</param>
/// <param name="BlockElements">Elements in a block.</param>
/// <param name="BlockBytes">Bytes of a block.</param>
public sealed record GgmlType(string Name, int Id, int BlockElements, int BlockBytes)
{
    /// <summary>32-bit floating point.</summary>
    public static GgmlType F32 { get; } = new("f32", 0, 1, 4);

    /// <summary>16-bit floating point.</summary>
    public static GgmlType F16 { get; } = new("f16", 1, 1, 2);

    /// <summary>8-bit blocks of 32 with one scale.</summary>
    public static GgmlType Q8_0 { get; } = new("q8_0", 8, 32, 34);

    /// <summary>4-bit blocks of 32 with one scale.</summary>
    public static GgmlType Q4_0 { get; } = new("q4_0", 2, 32, 18);

    /// <summary>4-bit micro-scaling floating point in blocks of 32.</summary>
    public static GgmlType Mxfp4 { get; } = new("mxfp4", 39, 32, 17);

    /// <summary>Every type that weights can have.</summary>
    public static IReadOnlyList<GgmlType> All { get; } =
    [
        F32, F16, Q4_0, new("q4_1", 3, 32, 20), new("q5_0", 6, 32, 22), new("q5_1", 7, 32, 24), Q8_0,
        new("q2_k", 10, 256, 84), new("q3_k", 11, 256, 110), new("q4_k", 12, 256, 144), new("q5_k", 13, 256, 176),
        new("q6_k", 14, 256, 210), new("iq2_xxs", 16, 256, 66), new("iq2_xs", 17, 256, 74), new("iq3_xxs", 18, 256, 98),
        new("iq1_s", 19, 256, 50), new("iq4_nl", 20, 32, 18), new("iq3_s", 21, 256, 110), new("iq2_s", 22, 256, 82),
        new("iq4_xs", 23, 256, 136), new("iq1_m", 29, 256, 56), new("bf16", 30, 1, 2), new("tq1_0", 34, 256, 54),
        new("tq2_0", 35, 256, 66), Mxfp4,
    ];

    private static readonly FrozenDictionary<string, GgmlType> ByName = All.ToFrozenDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Bits per element, scales included.</summary>
    public double BitsPerElement => 8.0 * BlockBytes / BlockElements;

    /// <summary>The type of this name in any letter case; null when there is none.</summary>
    public static GgmlType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The size of a number of elements, rounded up to whole blocks.</summary>
    public Bytes SizeOf(long elements) => Bytes.FromCount((elements + BlockElements - 1) / BlockElements * BlockBytes);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
