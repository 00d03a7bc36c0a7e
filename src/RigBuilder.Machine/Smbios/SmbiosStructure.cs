using System.Buffers.Binary;
using System.Collections.Immutable;

namespace RigBuilder.Machine.Smbios;

/// <summary>One structure of the SMBIOS table. Every read is bounds-checked: a field beyond the formatted area is null.</summary>
/// <param name="Type">Structure type (17 = memory device).</param>
/// <param name="Data">Formatted area with its header.</param>
/// <param name="Strings">The strings after it.</param>
internal sealed record SmbiosStructure(byte Type, ReadOnlyMemory<byte> Data, ImmutableArray<string> Strings)
{
    /// <summary>The byte at an offset.</summary>
    public byte? Byte(int offset) => offset < Data.Length ? Data.Span[offset] : null;

    /// <summary>The little-endian word at an offset.</summary>
    public ushort? Word(int offset) => offset + 2 <= Data.Length ? BinaryPrimitives.ReadUInt16LittleEndian(Data.Span[offset..]) : null;

    /// <summary>The little-endian double word at an offset.</summary>
    public uint? DoubleWord(int offset) => offset + 4 <= Data.Length ? BinaryPrimitives.ReadUInt32LittleEndian(Data.Span[offset..]) : null;

    /// <summary>The string whose number is in the byte at an offset; null when there is none.</summary>
    public string? Text(int offset) => Byte(offset) is > 0 and var number && number <= Strings.Length ? Strings[number - 1] : null;
}
