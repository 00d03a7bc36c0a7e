using System.Buffers.Binary;
using System.Text;
using RigBuilder.Domain.Diagnostics;

namespace RigBuilder.Validation.Gguf;

/// <summary>
/// Reads little-endian values from a stream and never past its end. The first failure sticks: every later read returns
/// nothing, so a caller needs to look only where it loops or allocates.
/// </summary>
internal sealed class GgufCursor(Stream stream, string name)
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private readonly byte[] _scratch = new byte[8];
    private readonly byte[] _passed = new byte[1024];

    // Asking for it each time is a call to the system for every token of a vocabulary.
    private readonly long _length = stream.Length;

    /// <summary>The first thing that went wrong; null so far.</summary>
    public Diagnostic? Failure { get; private set; }

    /// <summary>Bytes read or skipped.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes left.</summary>
    public long Remaining => _length - Position;

    /// <summary>Whether reading can go on.</summary>
    public bool Ok => Failure is null;

    public void Fail(string code, string message) => Failure ??= InferenceDiagnostics.Gguf(code, name, ForeignText.Steerless(message));

    public uint UInt32() => Take(4) ? BinaryPrimitives.ReadUInt32LittleEndian(_scratch) : 0;

    /// <summary>A value type; numbers beyond the known ones stay beyond them.</summary>
    public GgufValueType ValueType() => (GgufValueType)(int)Math.Min(UInt32(), int.MaxValue);

    public ulong UInt64() => Take(8) ? BinaryPrimitives.ReadUInt64LittleEndian(_scratch) : 0;

    /// <summary>A scalar of a fixed-size type as a number; null for other types and after a failure.</summary>
    public double? Scalar(GgufValueType type)
    {
        if (SizeOf(type) is not { } size || !Take(size)) return null;
        return type switch
        {
            GgufValueType.UInt8 or GgufValueType.Bool => _scratch[0],
            GgufValueType.Int8 => unchecked((sbyte)_scratch[0]),
            GgufValueType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(_scratch),
            GgufValueType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(_scratch),
            GgufValueType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(_scratch),
            GgufValueType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(_scratch),
            GgufValueType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(_scratch),
            GgufValueType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(_scratch),
            GgufValueType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(_scratch),
            _ => BinaryPrimitives.ReadDoubleLittleEndian(_scratch),
        };
    }

    /// <summary>A text of at most <paramref name="limit"/> bytes; longer ones are a failure.</summary>
    public string Text(int limit, string what)
    {
        var length = UInt64();
        if (!Ok) return "";
        if (length > (ulong)Remaining || length > (ulong)limit)
        {
            Fail("RB5104", $"{what} at byte {Position} claims {length} bytes; {(length > (ulong)Remaining ? $"the file has {Remaining} left" : $"at most {limit} are sensible")}");
            return "";
        }

        var bytes = new byte[(int)length];
        try
        {
            stream.ReadExactly(bytes);
            Position += bytes.Length;
            return Utf8.GetString(bytes);
        }
        catch (Exception e) when (e is IOException or DecoderFallbackException)
        {
            Fail(e is IOException ? "RB5103" : "RB5104", $"{what} before byte {Position} is {(e is IOException ? "cut off" : "not UTF-8")}");
            return "";
        }
    }

    /// <summary>Skips bytes without reading them.</summary>
    public void Skip(ulong count, string what)
    {
        if (!Ok) return;
        if (count > (ulong)Remaining)
        {
            Fail("RB5103", $"the file ends within {what}: {count} more bytes claimed at byte {Position}, {Remaining} left");
            return;
        }

        Position += (long)count;
        // A token is read over faster than it is jumped over: a jump leaves the buffer.
        if (count <= (ulong)_passed.Length) stream.ReadExactly(_passed, 0, (int)count);
        else stream.Seek(Position, SeekOrigin.Begin);
    }

    /// <summary>Size of a fixed-size type; null for text, arrays and unknown types.</summary>
    public static int? SizeOf(GgufValueType type) => type switch
    {
        GgufValueType.UInt8 or GgufValueType.Int8 or GgufValueType.Bool => 1,
        GgufValueType.UInt16 or GgufValueType.Int16 => 2,
        GgufValueType.UInt32 or GgufValueType.Int32 or GgufValueType.Float32 => 4,
        GgufValueType.UInt64 or GgufValueType.Int64 or GgufValueType.Float64 => 8,
        _ => null,
    };

    private bool Take(int count)
    {
        if (!Ok) return false;
        try
        {
            stream.ReadExactly(_scratch, 0, count);
            Position += count;
            return true;
        }
        catch (IOException)
        {
            Fail("RB5103", $"the file ends at byte {_length}, within its head");
            return false;
        }
    }
}
