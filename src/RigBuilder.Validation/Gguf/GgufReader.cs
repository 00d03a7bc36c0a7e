using System.Collections.Immutable;
using RigBuilder.Prediction.Tensors;

namespace RigBuilder.Validation.Gguf;

/// <summary>
/// Reads the head of a GGUF file (versions 2 and 3, little endian): metadata and tensor list. Every count and length is
/// checked against the file before anything is allocated; long arrays (vocabularies) are walked over, not kept. Malformed
/// files give diagnostics, never exceptions.
/// </summary>
public static class GgufReader
{
    private const uint Magic = 0x46554747;
    private const int MaxKeyBytes = 65_535;
    private const int MaxTextBytes = 16 * 1024 * 1024;
    private const int MaxKeptNumbers = 4096;
    private const int MaxEntries = 1_000_000;
    private const int MaxDimensions = 4;
    private static readonly ImmutableDictionary<int, GgmlType> Types = GgmlType.All.ToImmutableDictionary(t => t.Id);

    /// <summary>Reads a file's head.</summary>
    public static Attempt<GgufFile> Read(string path)
    {
        if (Directory.Exists(path)) return Attempt<GgufFile>.Failed(InferenceDiagnostics.Gguf("RB5109", path, $"'{path}' is a folder, not a model file"));
        if (!File.Exists(path)) return Attempt<GgufFile>.Failed(InferenceDiagnostics.Gguf("RB5109", path, $"there is no file '{path}'"));
        try
        {
            if (!HoldsSomething(path))
                return Attempt<GgufFile>.Failed(InferenceDiagnostics.Gguf("RB5109", path, $"'{path}' is empty, or a pipe or a device: a model file is a regular file with something in it"));
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            return Read(stream, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Attempt<GgufFile>.Failed(InferenceDiagnostics.Gguf("RB5109", path, $"'{path}' cannot be opened: {e.Message.TrimEnd('.')}"));
        }
    }

    /// <summary>
    /// Whether a path leads to a file of some length. Pipes, sockets and devices have none, and are not opened to find out: that
    /// would wait for a writer, or set something off.
    /// </summary>
    private static bool HoldsSomething(string path)
    {
        var file = new FileInfo(path);
        var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return target is { Exists: true, Length: > 0 };
    }

    /// <summary>Reads the head from a seekable stream.</summary>
    /// <param name="stream">Positioned at its start.</param>
    /// <param name="name">Name for diagnostics.</param>
    public static Attempt<GgufFile> Read(Stream stream, string name)
    {
        var cursor = new GgufCursor(stream, name);
        var version = Preamble(cursor);
        var tensorCount = Count(cursor, "tensors", bytesEach: 24);
        var entryCount = Count(cursor, "metadata entries", bytesEach: 13);
        var metadata = Metadata(cursor, entryCount);
        var listed = Tensors(cursor, tensorCount);
        if (!cursor.Ok) return Attempt<GgufFile>.Failed(cursor.Failure!);
        var alignment = Alignment(cursor, metadata);
        var dataOffset = cursor.Ok ? checked((cursor.Position + alignment - 1) / alignment * alignment) : 0;
        CheckData(cursor, listed, dataOffset, alignment, stream.Length);
        return cursor.Failure is { } failure
            ? Attempt<GgufFile>.Failed(failure)
            : Attempt<GgufFile>.Of(new GgufFile(name, version, metadata, listed, dataOffset, Domain.Units.Bytes.FromCount(stream.Length)));
    }

    private static int Preamble(GgufCursor cursor)
    {
        if (cursor.Remaining == 0) cursor.Fail("RB5101", "the file is empty");
        if (cursor.UInt32() != Magic) cursor.Fail("RB5101", "this is not a GGUF file (it does not start with 'GGUF')");
        var version = cursor.UInt32();
        if (cursor.Ok && version is not (2 or 3)) cursor.Fail("RB5102", $"GGUF version {version} is not supported (2 and 3 are)");
        return (int)Math.Min(version, 3);
    }

    private static int Count(GgufCursor cursor, string what, int bytesEach)
    {
        var count = cursor.UInt64();
        if (cursor.Ok && (count > MaxEntries || count > (ulong)(cursor.Remaining / bytesEach)))
            cursor.Fail("RB5104", $"{count} {what} cannot be: the file has {cursor.Remaining} bytes left");
        return cursor.Ok ? (int)count : 0;
    }

    private static ImmutableSortedDictionary<string, GgufValue> Metadata(GgufCursor cursor, int count)
    {
        var metadata = ImmutableSortedDictionary.CreateBuilder<string, GgufValue>(StringComparer.Ordinal);
        for (var i = 0; i < count && cursor.Ok; i++)
        {
            var key = cursor.Text(MaxKeyBytes, "a key");
            var type = cursor.ValueType();
            if (!cursor.Ok) break;
            if (key.Length == 0) cursor.Fail("RB5104", $"metadata entry {i + 1} has an empty key");
            if (Value(cursor, type, key) is not { } value) continue;
            if (!metadata.TryAdd(key, value)) cursor.Fail("RB5104", $"metadata key '{ForeignText.Clean(key)}' occurs twice");
        }

        return metadata.ToImmutable();
    }

    private static GgufValue? Value(GgufCursor cursor, GgufValueType type, string key)
    {
        switch (type)
        {
            case GgufValueType.Text:
                var text = cursor.Text(MaxTextBytes, $"the value of '{ForeignText.Clean(key)}'");
                return cursor.Ok ? GgufValue.Of(text) : null;
            case GgufValueType.Array:
                return ArrayValue(cursor, key);
            default:
                var number = cursor.Scalar(type);
                if (number is null) cursor.Fail("RB5104", $"'{ForeignText.Clean(key)}' has the unknown type {(uint)type}");
                return number is { } n ? new GgufValue(type) { Number = n } : null;
        }
    }

    private static GgufValue? ArrayValue(GgufCursor cursor, string key)
    {
        var type = cursor.ValueType();
        var count = cursor.UInt64();
        if (!cursor.Ok) return null;
        var size = type == GgufValueType.Text ? 8 : GgufCursor.SizeOf(type);
        if (size is null) cursor.Fail("RB5104", $"'{ForeignText.Clean(key)}' is an array of type {(uint)type}, which is not supported");
        else if (count > (ulong)(cursor.Remaining / size)) cursor.Fail("RB5103", $"'{ForeignText.Clean(key)}' claims {count} elements; the file has {cursor.Remaining} bytes left");
        if (!cursor.Ok) return null;
        var numbers = ImmutableArray<double>.Empty;
        if (type == GgufValueType.Text) SkipTexts(cursor, count, key);
        else if (count > MaxKeptNumbers) cursor.Skip(count * (ulong)size!.Value, $"'{ForeignText.Clean(key)}'");
        else numbers = [.. Enumerable.Range(0, (int)count).Select(_ => cursor.Scalar(type) ?? 0)];
        return cursor.Ok ? new GgufValue(GgufValueType.Array) { ElementType = type, Count = (long)count, Numbers = numbers } : null;
    }

    private static void SkipTexts(GgufCursor cursor, ulong count, string key)
    {
        var what = $"'{ForeignText.Clean(key)}'";
        for (ulong i = 0; i < count && cursor.Ok; i++) cursor.Skip(cursor.UInt64(), what);
    }

    private static ImmutableArray<GgufTensor> Tensors(GgufCursor cursor, int count)
    {
        var tensors = ImmutableArray.CreateBuilder<GgufTensor>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count && cursor.Ok; i++)
        {
            if (Tensor(cursor, i) is not { } tensor) break;
            if (!names.Add(tensor.Name)) cursor.Fail("RB5104", $"tensor '{ForeignText.Clean(tensor.Name)}' is listed twice");
            tensors.Add(tensor);
        }

        return tensors.ToImmutable();
    }

    private static GgufTensor? Tensor(GgufCursor cursor, int index)
    {
        var name = cursor.Text(MaxKeyBytes, "a tensor's name");
        var dimensionCount = cursor.UInt32();
        if (cursor.Ok && dimensionCount is 0 or > MaxDimensions)
            cursor.Fail("RB5104", $"tensor {index + 1} '{ForeignText.Clean(name)}' has {dimensionCount} dimensions (1 to {MaxDimensions} can be)");
        var dimensions = ImmutableArray.CreateBuilder<long>();
        Int128 elements = 1;
        for (var d = 0; d < dimensionCount && cursor.Ok; d++)
        {
            var size = cursor.UInt64();
            elements *= size;
            if (size == 0 || size > int.MaxValue || elements > long.MaxValue / 8)
                cursor.Fail("RB5104", $"dimension {d + 1} of tensor '{ForeignText.Clean(name)}' is {size}, which cannot be");
            dimensions.Add((long)Math.Min(size, long.MaxValue));
        }

        var typeId = cursor.UInt32();
        var offset = cursor.UInt64();
        if (!cursor.Ok) return null;
        if (typeId > int.MaxValue || !Types.TryGetValue((int)typeId, out var type))
        {
            cursor.Fail("RB5105", $"tensor '{ForeignText.Clean(name)}' has the unknown type {typeId}");
            return null;
        }

        if (dimensions[0] % type.BlockElements != 0)
            cursor.Fail("RB5104", $"a row of tensor '{ForeignText.Clean(name)}' has {dimensions[0]} elements, which do not fill blocks of {type.BlockElements}");
        if (offset > long.MaxValue / 2) cursor.Fail("RB5106", $"tensor '{ForeignText.Clean(name)}' starts at byte {offset}, which cannot be");
        return cursor.Ok ? new GgufTensor(name, dimensions.ToImmutable(), type, (long)offset, (long)elements) : null;
    }

    private static long Alignment(GgufCursor cursor, ImmutableSortedDictionary<string, GgufValue> metadata)
    {
        if (metadata.GetValueOrDefault("general.alignment")?.Number is not { } number) return 32;
        if (number is >= 8 and <= 1 << 20 && number % 8 == 0) return (long)number;
        cursor.Fail("RB5104", $"general.alignment is {number}, which cannot be");
        return 32;
    }

    private static void CheckData(GgufCursor cursor, ImmutableArray<GgufTensor> tensors, long dataOffset, long alignment, long length)
    {
        foreach (var tensor in tensors)
        {
            if (!cursor.Ok) return;
            if (tensor.Offset % alignment != 0) cursor.Fail("RB5106", $"tensor '{ForeignText.Clean(tensor.Name)}' starts off the alignment of {alignment}");
            else if (tensor.Offset > length - dataOffset || tensor.Size.Count > length - dataOffset - tensor.Offset)
                cursor.Fail("RB5106", $"the data of tensor '{ForeignText.Clean(tensor.Name)}' reaches beyond the end of the file: it is truncated");
        }
    }
}
