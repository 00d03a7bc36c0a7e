using System.Collections.Immutable;
using System.Globalization;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>Finds the processor in the catalog by its exact model name in comparable form.</summary>
internal static class CpuMatcher
{
    /// <summary>The processor's match.</summary>
    public static PartMatch Match(CpuReport cpu, Catalog catalog)
    {
        if (!cpu.Name.TryGet(out var raw))
            return new PartMatch(PartKind.Cpu, MatchOutcome.Unknown, cpu.CoreDesign.TryGet(out var design) ? $"{design} processor" : "unnamed processor", "the system does not tell its name");
        var key = CpuName.Key(raw);
        var vendor = cpu.Vendor.ValueOr("");
        ImmutableArray<Cpu> found = [.. catalog.Cpus.Items
            .Where(c => vendor is not ("intel" or "amd") || c.Vendor == vendor)
            .Where(c => c.Aliases.Prepend(c.Name).Any(n => CpuName.Key(n) == key))];
        // The same number with and without "PRO" is one processor.
        if (found.IsEmpty) found = [.. catalog.Cpus.Items.Where(c => (vendor is not ("intel" or "amd") || c.Vendor == vendor) && CpuName.Product(c.Name) == CpuName.Product(raw))];
        // A name with other decoration than is taken off here.
        if (found.IsEmpty && catalog.Names.Processor(raw).Item is { } named && (vendor is not ("intel" or "amd") || named.Vendor == vendor)) found = [named];
        return found switch
        {
            [] => Unknown(cpu, raw, "the catalog has no entry of this name"),
            [var only] => new PartMatch(PartKind.Cpu, MatchOutcome.Matched, raw, Told(cpu, only)) { PartId = only.Id, Count = Sockets(cpu, only) },
            _ => Unknown(cpu, raw, $"it may be {string.Join(" or ", found.Select(c => c.Name))}") with
            {
                Outcome = MatchOutcome.Ambiguous,
                Candidates = [.. found.Select(c => c.Id)],
            },
        };
    }

    // Virtual machines put cores on as many sockets as they like: only whole processors count.
    private static int Sockets(CpuReport cpu, Cpu entry) =>
        cpu.Sockets.ValueOr(1) > 1 && cpu.Cores.ValueOr(0) == cpu.Sockets.Value * entry.Cores ? cpu.Sockets.Value : 1;

    private static string Told(CpuReport cpu, Cpu entry)
    {
        var visible = cpu.Cores.ValueOr(0) / Math.Max(1, cpu.Sockets.ValueOr(1));
        var cores = visible > 0 && visible != entry.Cores ? $"; {visible} of its {entry.Cores} cores are visible" : "";
        var sockets = cpu.Sockets.ValueOr(1) > Sockets(cpu, entry) ? $"; the system tells {cpu.Sockets.Value} sockets" : "";
        return $"{entry.Name} by {cpu.Name.Source}{cores}{sockets}";
    }

    private static PartMatch Unknown(CpuReport cpu, string raw, string note)
    {
        var draft = Draft(cpu, raw);
        return new PartMatch(PartKind.Cpu, MatchOutcome.Unknown, raw, note) { PartId = draft.Id, Draft = draft };
    }

    private static DraftEntry Draft(CpuReport cpu, string raw) => new(PartKind.Cpu, DraftEntry.IdOf($"my {CpuName.Key(raw)}"),
    [
        new("name", DraftEntry.Quote(raw), cpu.Name.Source),
        cpu.Vendor.TryGet(out var vendor) && vendor is "intel" or "amd" or "apple" or "qualcomm" or "ampere" ? new("vendor", vendor) : new("vendor", null, "intel, amd, apple, nvidia, qualcomm or ampere"),
        new("socket", null, "for example AM5"),
        Number("cores", cpu.Cores),
        Number("threads", cpu.Threads),
        .. cpu.BaseClock.TryGet(out var clock)
            ? [new DraftField("base_clock", string.Create(CultureInfo.InvariantCulture, $"{clock.Gigahertz:0.##} GHz"), cpu.BaseClock.Source)] : Array.Empty<DraftField>(),
        new("memory", null, "for example [{ type: ddr5, max_speed: 5600 MT/s }]"),
        new("memory_channels", null, "for example 2"),
        .. Flag("avx2", cpu.Avx2),
        .. Flag("avx512", cpu.Avx512),
        new("source", DraftEntry.Quote("hardware scan of this machine")),
    ]);

    private static DraftField[] Flag(string key, Reading<bool> reading) => reading.TryGet(out var value) ? [new(key, value ? "true" : "false", reading.Source)] : [];

    private static DraftField Number(string key, Reading<int> reading) => reading.TryGet(out var value)
        ? new(key, value.ToString(CultureInfo.InvariantCulture), reading.Source)
        : new(key, null, "a whole number");
}
