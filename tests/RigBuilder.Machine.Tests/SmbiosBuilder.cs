using System.Buffers.Binary;
using System.Text;

namespace RigBuilder.Machine.Tests;

/// <summary>Builds SMBIOS tables byte by byte, as DSP0134 lays them out, independently of the parser.</summary>
internal sealed class SmbiosBuilder
{
    private readonly List<byte> _bytes = [];
    private ushort _handle;

    public byte[] Bytes => [.. _bytes];

    public SmbiosBuilder Add(byte type, byte[] fields, params string[] strings)
    {
        _bytes.AddRange([type, (byte)(fields.Length + 4), (byte)_handle, (byte)(_handle >> 8), .. fields]);
        _handle++;
        foreach (var text in strings) _bytes.AddRange([.. Encoding.Latin1.GetBytes(text), 0]);
        _bytes.AddRange(strings.Length == 0 ? [0, 0] : [0]);
        return this;
    }

    public SmbiosBuilder Bios(string vendor, string version, string date) => Add(0, [1, 2, 0, 0xF0, 3, 0xFF], vendor, version, date);

    public SmbiosBuilder Board(string maker, string product) => Add(2, [1, 2, 0, 0], maker, product);

    public SmbiosBuilder Chassis(byte type) => Add(3, [0, type]);

    /// <summary>A memory device; size in MiB, 0 for an empty slot.</summary>
    public SmbiosBuilder Memory(
        string slot, string bank, uint mebibytes, byte type, ushort rated = 0, ushort configured = 0, ushort totalWidth = 64, ushort detail = 0x4080,
        string part = "PART-1", uint extendedRated = 0)
    {
        var f = new byte[92 - 4];
        Put16(0x08, totalWidth);
        Put16(0x0A, 64);
        Put16(0x0C, mebibytes >= 0x7FFF ? (ushort)0x7FFF : (ushort)mebibytes);
        f[0x10 - 4] = 1;
        f[0x11 - 4] = 2;
        f[0x12 - 4] = type;
        Put16(0x13, detail);
        Put16(0x15, rated);
        f[0x17 - 4] = 3;
        f[0x1A - 4] = 4;
        Put32(0x1C, mebibytes);
        Put16(0x20, configured);
        Put32(0x54, extendedRated);
        return Add(17, f, slot, bank, "Maker", part);

        void Put16(int offset, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(f.AsSpan(offset - 4), value);
        void Put32(int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(f.AsSpan(offset - 4), value);
    }

    public SmbiosBuilder End() => Add(127, []);
}
