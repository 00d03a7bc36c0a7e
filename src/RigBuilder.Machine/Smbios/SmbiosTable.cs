using System.Collections.Immutable;
using System.Text;

namespace RigBuilder.Machine.Smbios;

/// <summary>
/// Splits the SMBIOS structure table (/sys/firmware/dmi/tables/DMI) into structures, as laid out in the System Management BIOS
/// reference specification (DSP0134), section "Structure standards". Garbage ends the walk, it never throws.
/// </summary>
internal static class SmbiosTable
{
    private const int EndOfTable = 127;

    /// <summary>The structures up to the end marker or the first thing that cannot be one, and whether the table was whole.</summary>
    public static (ImmutableArray<SmbiosStructure> Structures, bool Whole) Read(ReadOnlyMemory<byte> table)
    {
        var structures = ImmutableArray.CreateBuilder<SmbiosStructure>();
        var at = 0;
        while (at + 4 <= table.Length)
        {
            var type = table.Span[at];
            var length = table.Span[at + 1];
            if (length < 4 || at + length > table.Length) return (structures.ToImmutable(), false);
            var (strings, next) = Strings(table.Span, at + length);
            structures.Add(new SmbiosStructure(type, table.Slice(at, length), strings));
            if (type == EndOfTable) return (structures.ToImmutable(), true);
            if (next is not { } following) return (structures.ToImmutable(), false);
            at = following;
        }

        return (structures.ToImmutable(), at == table.Length && at > 0);
    }

    // Zero-terminated strings, closed by an empty one; two zeros when there is none at all.
    private static (ImmutableArray<string> Strings, int? Next) Strings(ReadOnlySpan<byte> table, int start)
    {
        var strings = ImmutableArray.CreateBuilder<string>();
        var at = start;
        while (at < table.Length)
        {
            var length = table[at..].IndexOf((byte)0);
            if (length < 0) return (strings.ToImmutable(), null);
            at += length + 1;
            if (length > 0) strings.Add(Encoding.Latin1.GetString(table.Slice(at - length - 1, length)));
            else if (strings.Count > 0) return (strings.ToImmutable(), at);
            else return ([], at < table.Length && table[at] == 0 ? at + 1 : null);
        }

        return (strings.ToImmutable(), null);
    }
}
