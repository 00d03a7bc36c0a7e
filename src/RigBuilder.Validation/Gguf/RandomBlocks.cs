using System.Buffers.Binary;
using System.Collections.Frozen;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Gguf;

/// <summary>
/// Random tensor data with scales small enough that a forward pass stays finite. Blocks are random bits except for their
/// scales, whose places are those of ggml's block structures (<c>ggml-common.h</c>).
/// </summary>
public sealed class RandomBlocks(int seed)
{
    private const int PoolBytes = 1 << 20;

    /// <summary>
    /// Bytes after which a file is flushed to the drive. GiBs that wait for the drive in the system's cache make closing and deleting the
    /// file take seconds, in which cancelling would hang.
    /// </summary>
    private const long FlushBytes = 64 << 20;

    /// <summary>Half-precision scales by type: offset in the block, value. Values keep a matrix's output near its input in size.</summary>
    private static readonly FrozenDictionary<string, (int Offset, float Value)[]> Scales = new Dictionary<string, (int, float)[]>
    {
        ["q4_0"] = [(0, 4e-3f)],
        ["q4_1"] = [(0, 4e-3f), (2, -3e-2f)],
        ["q5_0"] = [(0, 2e-3f)],
        ["q5_1"] = [(0, 2e-3f), (2, -3e-2f)],
        ["q8_0"] = [(0, 3e-4f)],
        ["iq4_nl"] = [(0, 3e-4f)],
        ["q2_k"] = [(80, 1e-3f), (82, 1e-3f)],
        ["q3_k"] = [(108, 3e-4f)],
        ["q4_k"] = [(0, 4e-5f), (2, 3e-4f)],
        ["q5_k"] = [(0, 2e-5f), (2, 3e-4f)],
        ["q6_k"] = [(208, 6e-5f)],
        ["iq2_xxs"] = [(0, 1e-4f)],
        ["iq2_xs"] = [(0, 1e-4f)],
        ["iq2_s"] = [(0, 1e-4f)],
        ["iq3_xxs"] = [(0, 1e-4f)],
        ["iq3_s"] = [(0, 1e-4f)],
        ["iq1_s"] = [(0, 1e-4f)],
        ["iq4_xs"] = [(0, 1e-5f)],
    }.ToFrozenDictionary();

    private readonly Dictionary<string, byte[]> _pools = [];
    private readonly Random _random = new(seed);
    private long _unflushed;

    /// <summary>Whether data of this type can be made; other types are left as zeros.</summary>
    public static bool Supports(GgmlType type) => type.Name is "f16" or "bf16" or "mxfp4" || Scales.ContainsKey(type.Name);

    /// <summary>Writes a tensor's data at the stream's position. A tensor may have a GiB and more, so cancelling is looked at every MiB.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Write(Stream stream, ModelTensor tensor, CancellationToken cancellation)
    {
        if (!_pools.TryGetValue(tensor.Type.Name, out var pool)) _pools[tensor.Type.Name] = pool = Pool(tensor.Type);
        for (var left = tensor.Size.Count; left > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = (int)Math.Min(left, pool.Length);
            stream.Write(pool, 0, count);
            left -= count;
            FlushAfter(stream, count);
        }
    }

    private void FlushAfter(Stream stream, int count)
    {
        _unflushed += count;
        if (_unflushed < FlushBytes || stream is not FileStream file) return;
        file.Flush(flushToDisk: true);
        _unflushed = 0;
    }

    private byte[] Pool(GgmlType type)
    {
        var pool = new byte[PoolBytes / type.BlockBytes * type.BlockBytes];
        _random.NextBytes(pool);
        for (var block = 0; block < pool.Length; block += type.BlockBytes) Tame(type, pool.AsSpan(block, type.BlockBytes));
        return pool;
    }

    private void Tame(GgmlType type, Span<byte> block)
    {
        const float range = 0.02f;
        switch (type.Name)
        {
            case "f16":
                BinaryPrimitives.WriteHalfLittleEndian(block, (Half)((_random.NextSingle() - 0.5f) * range));
                break;
            case "bf16":
                var bits = BitConverter.SingleToUInt32Bits((_random.NextSingle() - 0.5f) * range);
                BinaryPrimitives.WriteUInt16LittleEndian(block, (ushort)(bits >> 16));
                break;
            case "mxfp4":
                block[0] = 119; // a power of two: 2^(119 - 127)
                break;
            default:
                foreach (var (offset, value) in Scales[type.Name]) BinaryPrimitives.WriteHalfLittleEndian(block[offset..], (Half)value);
                break;
        }
    }
}
