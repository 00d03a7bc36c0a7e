using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>Finds the processor in the catalog by its exact model name in comparable form.</summary>
internal static class CpuMatcher
{
    /// <summary>The processor's match.</summary>
    /// <param name="cpu">What was found.</param>
    /// <param name="catalog">Where to look.</param>
    /// <param name="beside">The whole report, which completes a draft; null when there is none.</param>
    public static PartMatch Match(CpuReport cpu, Catalog catalog, MachineReport? beside = null)
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
            [] when catalog.Cpus.Items.FirstOrDefault(c => CpuName.IsTwin(CpuName.Key(c.Name), key)) is { } twin =>
                Unknown(cpu, beside, raw, $"the catalog has its twin {twin.Name} {(key[^1] == 'f' ? "with" : "without")} graphics", twin),
            [] => Unknown(cpu, beside, raw, "the catalog has no entry of this name"),
            [var only] => new PartMatch(PartKind.Cpu, MatchOutcome.Matched, raw, Told(cpu, only)) { PartId = only.Id, Count = Sockets(cpu, only) },
            _ => Unknown(cpu, beside, raw, $"it may be {string.Join(" or ", found.Select(c => c.Name))}") with
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

    private static PartMatch Unknown(CpuReport cpu, MachineReport? beside, string raw, string note, Cpu? twin = null)
    {
        var draft = CpuDraft.Of(cpu, beside ?? MachineReport.Empty, raw, twin);
        return new PartMatch(PartKind.Cpu, MatchOutcome.Unknown, raw, note) { PartId = draft.Id, Draft = draft, Count = CpuDraft.Sockets(cpu) };
    }
}
