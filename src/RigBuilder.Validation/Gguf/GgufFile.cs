using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Gguf;

/// <summary>What the head of a GGUF file says; the tensor data stays in the file.</summary>
/// <param name="Path">Path as given.</param>
/// <param name="Version">2 or 3.</param>
/// <param name="Metadata">Key/value pairs.</param>
/// <param name="Tensors">Tensors in file order; their data lies within the file.</param>
/// <param name="DataOffset">Where the data section starts.</param>
/// <param name="Length">Length of the file.</param>
public sealed record GgufFile(
    string Path, int Version, ImmutableSortedDictionary<string, GgufValue> Metadata, ImmutableArray<GgufTensor> Tensors,
    long DataOffset, Bytes Length)
{
    /// <summary>"general.architecture"; null when absent.</summary>
    public string? Architecture => Text("general.architecture");

    /// <summary>A text by key; null when absent or no text.</summary>
    public string? Text(string key) => Metadata.GetValueOrDefault(key)?.Text;

    /// <summary>
    /// A number by key; for arrays with one value per layer their largest. Null when absent or no number.
    /// </summary>
    public double? Number(string key) => Metadata.GetValueOrDefault(key) is not { } value
        ? null
        : value.Number ?? (value.Numbers.IsEmpty ? null : value.Numbers.Max());

    /// <summary>A number by key with the architecture's prefix ("llama.block_count" for "block_count").</summary>
    public double? Hyper(string key) => Number($"{Architecture}.{key}");
}

/// <summary>A tensor as listed in a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Sizes, fastest first; 1 to 4 of them.</param>
/// <param name="Type">Element type.</param>
/// <param name="Offset">Where its data starts, from the start of the data section.</param>
/// <param name="Elements">Product of the dimensions.</param>
public sealed record GgufTensor(string Name, ImmutableArray<long> Dimensions, GgmlType Type, long Offset, long Elements)
{
    /// <summary>Size of its data.</summary>
    public Bytes Size => Type.SizeOf(Elements);
}
