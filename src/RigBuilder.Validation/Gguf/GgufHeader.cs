using System.Collections.Immutable;
using System.Text;
using RigBuilder.Domain.Units;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Gguf;

/// <summary>
/// The head of a GGUF file (version 3, alignment 32) as bytes, and where each tensor's data goes behind it: strictly one
/// after the other, each padded to the alignment, as llama.cpp insists.
/// </summary>
/// <param name="Bytes">The head, padded to the alignment.</param>
/// <param name="Tensors">Tensors with the position of their data in the file.</param>
/// <param name="FileSize">Size of the complete file.</param>
public sealed record GgufHeader(ImmutableArray<byte> Bytes, ImmutableArray<(ModelTensor Tensor, long Position)> Tensors, Bytes FileSize)
{
    private const long Alignment = 32;

    /// <summary>Lays out a file.</summary>
    public static GgufHeader For(IReadOnlyList<KeyValuePair<string, GgufValue>> metadata, ImmutableArray<ModelTensor> tensors)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)tensors.Length);
        writer.Write((ulong)metadata.Count);
        foreach (var (key, value) in metadata)
        {
            Write(writer, key);
            writer.Write((uint)value.Type);
            Write(writer, value);
        }

        var offset = 0L;
        var offsets = new List<long>(tensors.Length);
        foreach (var tensor in tensors)
        {
            Write(writer, tensor.Name);
            writer.Write((uint)tensor.Dimensions.Length);
            foreach (var dimension in tensor.Dimensions) writer.Write((ulong)dimension);
            writer.Write((uint)tensor.Type.Id);
            writer.Write((ulong)offset);
            offsets.Add(offset);
            offset = Padded(offset + tensor.Size.Count);
        }

        writer.Write(new byte[(int)(Padded(memory.Position) - memory.Position)]);
        var start = memory.Position;
        return new GgufHeader(
            [.. memory.ToArray()], [.. tensors.Zip(offsets, (t, o) => (t, start + o))], Domain.Units.Bytes.FromCount(start + offset));
    }

    private static long Padded(long position) => (position + Alignment - 1) / Alignment * Alignment;

    private static void Write(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static void Write(BinaryWriter writer, GgufValue value)
    {
        switch (value.Type)
        {
            case GgufValueType.Text:
                Write(writer, value.Text ?? "");
                break;
            case GgufValueType.Array:
                var type = value.ElementType ?? throw new InvalidOperationException("an array needs an element type");
                writer.Write((uint)type);
                writer.Write((ulong)value.Numbers.Length);
                foreach (var number in value.Numbers) Scalar(writer, type, number);
                break;
            default:
                Scalar(writer, value.Type, value.Number ?? throw new InvalidOperationException("a scalar needs a number"));
                break;
        }
    }

    private static void Scalar(BinaryWriter writer, GgufValueType type, double number)
    {
        switch (type)
        {
            case GgufValueType.UInt32: writer.Write((uint)number); break;
            case GgufValueType.Int32: writer.Write((int)number); break;
            case GgufValueType.Float32: writer.Write((float)number); break;
            case GgufValueType.Bool: writer.Write((byte)number); break;
            case GgufValueType.UInt64: writer.Write((ulong)number); break;
            default: throw new NotSupportedException($"{type} is not written");
        }
    }
}
