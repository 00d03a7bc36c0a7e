using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>
/// Finds a GPU in the catalog: by its exact name in comparable form and by its PCI id, then by memory size among variants. A
/// laptop GPU only ever matches a laptop entry.
/// </summary>
internal static class GpuMatcher
{
    /// <summary>The GPU's match.</summary>
    /// <param name="gpu">What was found.</param>
    /// <param name="portable">Whether the chassis is a laptop's.</param>
    /// <param name="catalog">Where to look.</param>
    public static PartMatch Match(GpuReport gpu, Reading<bool> portable, Catalog catalog)
    {
        var raw = gpu.Name.ValueOr(gpu.PciId.TryGet(out var id) ? $"PCI device {id}" : "unnamed display adapter");
        var vendor = gpu.Vendor.ValueOr("");
        var name = CardName.Of(gpu.Name.ValueOr(""));
        var found = Candidates(gpu, name, vendor, catalog);
        if (found.IsEmpty && gpu.Integrated.ValueOr(false)) return Out(raw, "integrated graphics");
        if (found.IsEmpty && vendor is not ("nvidia" or "amd" or "intel")) return Out(raw, "a display adapter that runs no models");
        if (!gpu.Name.IsKnown && !gpu.PciId.IsKnown) return Unknown(gpu, raw, "the system does not tell its name");
        if (found.IsEmpty) return Unknown(gpu, raw, "the catalog has no entry of this name");
        var fitting = Narrowed(gpu, [.. found.Where(g => SizeFits(gpu, name, g))]);
        if (fitting.IsEmpty) return Unknown(gpu, raw, $"{found[0].Name} has {found[0].Vram}, this one {Size(gpu, name)}") with { Candidates = Ids(found) };
        if (fitting.Length > 1) return Ambiguous(gpu, raw, Several(gpu, fitting), fitting);
        var entry = fitting[0];
        if (portable.ValueOr(false) && entry.Segment is not (GpuSegment.Laptop or GpuSegment.Integrated))
            return Ambiguous(gpu, raw, "the machine is a laptop, and neither name nor id tells its mobile variant from an external card", fitting);
        return new PartMatch(PartKind.Gpu, MatchOutcome.Matched, raw, Told(gpu, entry)) { PartId = entry.Id };
    }

    // A laptop entry that is told from the desktop card by the mark alone needs the mark; "Arc A770M" needs none.
    private static ImmutableArray<Gpu> Candidates(GpuReport gpu, CardName name, string vendor, Catalog catalog)
    {
        var entries = catalog.Gpus.Items.Where(g => vendor.Length == 0 || g.Vendor == vendor).ToImmutableArray();
        var laptop = gpu.Laptop.ValueOr(false) || name.Laptop;
        ImmutableArray<Gpu> byName = [.. catalog.Names.CardsCalled(name, laptop).Where(g => vendor.Length == 0 || g.Vendor == vendor)];
        if (!gpu.PciId.TryGet(out var id)) return byName;
        ImmutableArray<Gpu> byId = [.. entries.Where(g => (!laptop || g.Segment == GpuSegment.Laptop) && g.PciIds.Contains(id))];
        return !byName.IsEmpty ? byName : name.Products == 0 || gpu.Name.Confidence < Confidence.Reported ? byId : [];
    }

    // Last of all: variants of one name can share an id, so it decides only between entries that fit otherwise.
    private static ImmutableArray<Gpu> Narrowed(GpuReport gpu, ImmutableArray<Gpu> fitting)
    {
        if (fitting.Length < 2 || !gpu.PciId.TryGet(out var id)) return fitting;
        ImmutableArray<Gpu> named = [.. fitting.Where(g => g.PciIds.Contains(id))];
        return named.IsEmpty ? fitting : named;
    }

    // Drivers and ECC keep up to an eighth; a size in the name is exact. What an APU's driver calls VRAM is a setting.
    private static bool SizeFits(GpuReport gpu, CardName name, Gpu entry)
    {
        if (name.Gigabytes is { } gigabytes && Math.Abs(entry.Vram.GiB - gigabytes) > 0.05 * gigabytes) return false;
        return !gpu.VramTotal.TryGet(out var total) || entry.UnifiedMemory || entry.Segment == GpuSegment.Integrated || (total / entry.Vram is >= 0.88 and <= 1.02);
    }

    private static string Size(GpuReport gpu, CardName name) => gpu.VramTotal.TryGet(out var total) ? $"{total}" : $"{name.Gigabytes} GB";

    private static string Several(GpuReport gpu, ImmutableArray<Gpu> fitting) =>
        $"it may be {string.Join(" or ", fitting.Select(g => g.Name))}{(gpu.VramTotal.IsKnown ? "" : "; its memory size is unknown")}";

    private static string Told(GpuReport gpu, Gpu entry) =>
        $"{entry.Name} by {gpu.Name.Or(gpu.PciId).Source}{(gpu.VramTotal.IsKnown ? "" : "; its memory size is not confirmed")}";

    private static ImmutableArray<string> Ids(ImmutableArray<Gpu> gpus) => [.. gpus.Select(g => g.Id)];

    private static PartMatch Out(string raw, string note) => new(PartKind.Gpu, MatchOutcome.LeftOut, raw, note);

    private static PartMatch Ambiguous(GpuReport gpu, string raw, string note, ImmutableArray<Gpu> candidates) =>
        Unknown(gpu, raw, note) with { Outcome = MatchOutcome.Ambiguous, Candidates = Ids(candidates) };

    private static PartMatch Unknown(GpuReport gpu, string raw, string note)
    {
        var draft = GpuDraft.Of(gpu, raw);
        return new PartMatch(PartKind.Gpu, MatchOutcome.Unknown, raw, note) { PartId = draft.Id, Draft = draft };
    }
}
