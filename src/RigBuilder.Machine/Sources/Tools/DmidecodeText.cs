using System.Collections.Immutable;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;
using RigBuilder.Machine.Smbios;
using RigBuilder.Machine.Text;

namespace RigBuilder.Machine.Sources.Tools;

/// <summary>The text of dmidecode: sections of "Handle …, DMI type N", a title and indented "key: value" lines.</summary>
internal static class DmidecodeText
{
    private const string Tool = "dmidecode";

    /// <summary>The report of the text; sections without the keys we need are passed over.</summary>
    public static MachineReport Read(string output)
    {
        var sections = Sections(output);
        var slots = sections.Where(s => s.Type == 17).ToImmutableArray();
        ImmutableArray<MemoryModule> modules = [.. slots.Select(s => Module(s.Values)).OfType<MemoryModule>()];
        return new MachineReport { Memory = SmbiosReport.Memory(modules, slots.Length, Tool), Board = Board(sections) };
    }

    private static ImmutableArray<(int Type, ImmutableDictionary<string, string> Values)> Sections(string output)
    {
        var sections = ImmutableArray.CreateBuilder<(int, ImmutableDictionary<string, string>)>();
        int? type = null;
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Lines.Of(output))
        {
            const string mark = "DMI type ";
            var at = line.StartsWith("Handle ", StringComparison.Ordinal) ? line.IndexOf(mark, StringComparison.Ordinal) : -1;
            if (at >= 0)
            {
                Flush();
                type = (int?)Parse.Leading(line[(at + mark.Length)..]);
            }
            else if (Lines.Pair(line) is var (key, value))
            {
                values.TryAdd(key, value);
            }
        }

        Flush();
        return sections.ToImmutable();

        void Flush()
        {
            if (type is { } known) sections.Add((known, values.ToImmutable()));
            values.Clear();
        }
    }

    private static MemoryModule? Module(ImmutableDictionary<string, string> values)
    {
        const string source = "dmidecode type 17";
        if (Parse.Size(values.GetValueOrDefault("Size")) is not { Count: > 0 } size) return null;
        var name = Text(values, "Type", source);
        var (total, data) = (Parse.Leading(values.GetValueOrDefault("Total Width")), Parse.Leading(values.GetValueOrDefault("Data Width")));
        var detail = values.GetValueOrDefault("Type Detail") ?? "";
        var registered = detail.Contains("Registered (Buffered)", StringComparison.Ordinal);
        var unbuffered = detail.Contains("Unbuffered (Unregistered)", StringComparison.Ordinal);
        return new MemoryModule
        {
            Slot = Text(values, "Locator", source),
            Bank = Text(values, "Bank Locator", source),
            Size = Reading.Of(size, source),
            TypeName = name,
            Type = MemoryDevices.TypeOf(name),
            RatedSpeed = Speed(values.GetValueOrDefault("Speed"), source),
            // Before dmidecode 3.2 it was called "Configured Clock Speed".
            ConfiguredSpeed = Speed(values.GetValueOrDefault("Configured Memory Speed") ?? values.GetValueOrDefault("Configured Clock Speed"), source),
            Manufacturer = Text(values, "Manufacturer", source),
            PartNumber = Text(values, "Part Number", source),
            Ecc = total > 0 && data > 0 ? Reading.Of(total > data, source) : default,
            Registered = registered != unbuffered ? Reading.Of(registered, source) : default,
            DataWidth = data is > 0 and < 1024 and var width ? Reading.Of((int)width, source) : default,
        };
    }

    private static BoardReport Board(ImmutableArray<(int Type, ImmutableDictionary<string, string> Values)> sections)
    {
        var bios = Section(0);
        var system = Section(1);
        var board = Section(2);
        return new BoardReport
        {
            Vendor = Text(board, "Manufacturer", "dmidecode type 2"),
            Name = Text(board, "Product Name", "dmidecode type 2"),
            System = Reading.OfText(Joined(system, "Manufacturer", "Product Name"), "dmidecode type 1"),
            Bios = Reading.OfText(Joined(bios, "Vendor", "Version", "Release Date"), "dmidecode type 0"),
        };

        ImmutableDictionary<string, string> Section(int type) =>
            sections.FirstOrDefault(s => s.Type == type).Values ?? ImmutableDictionary<string, string>.Empty;
    }

    private static string Joined(ImmutableDictionary<string, string> values, params string[] keys) =>
        string.Join(' ', keys.Select(k => Placeholders.Clean(values.GetValueOrDefault(k))).OfType<string>());

    private static Reading<string> Text(ImmutableDictionary<string, string> values, string key, string source) =>
        Reading.OfText(Placeholders.Clean(values.GetValueOrDefault(key)), source);

    // "3600 MT/s", before dmidecode 3.2 "3600 MHz" (also meaning transfers).
    private static Reading<TransferRate> Speed(string? text, string source) =>
        Parse.Leading(text) is > 0 and < 100_000 and var rate ? Reading.Of(TransferRate.FromMegaTransfers(rate), source) : default;
}
