using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Naming;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>
/// Finds a GPU in the catalog: by its exact name in comparable form and by its PCI id, then by memory size among variants. A
/// laptop GPU only ever matches a laptop entry; a GPU that is part of the processor is told by the processor.
/// </summary>
internal static class GpuMatcher
{
    /// <summary>The GPU's match.</summary>
    /// <param name="gpu">What was found.</param>
    /// <param name="portable">Whether the chassis is a laptop's.</param>
    /// <param name="processor">The processor's name.</param>
    /// <param name="catalog">Where to look.</param>
    public static PartMatch Match(GpuReport gpu, Reading<bool> portable, Reading<string> processor, Catalog catalog)
    {
        var raw = gpu.Name.ValueOr(gpu.PciId.TryGet(out var id) ? $"PCI device {id}" : "unnamed display adapter");
        var vendor = gpu.Vendor.ValueOr("");
        var name = CardName.Of(gpu.Name.ValueOr(""));
        var found = Candidates(gpu, name, vendor, catalog);
        var ofProcessor = OfProcessor(processor, catalog);
        // The chip's name ("Phoenix1") is in no catalog, but its id is, and the processor tells the product.
        if (found.IsEmpty && gpu.PciId.TryGet(out var pci)) found = [.. ofProcessor.Where(g => g.PciIds.Contains(pci))];
        if (found.IsEmpty && vendor != "apple" && IsProcessors(gpu, name, vendor, processor))
        {
            if (ofProcessor is not [var own]) return Out(raw, "integrated graphics");
            return new PartMatch(PartKind.Gpu, MatchOutcome.Matched, raw, $"{own.Name} by {processor.Source}") { PartId = own.Id };
        }

        if (found.IsEmpty && vendor is not ("nvidia" or "amd" or "intel" or "apple")) return Out(raw, "a display adapter that runs no models");
        if (!gpu.Name.IsKnown && !gpu.PciId.IsKnown) return Unknown(gpu, raw, "the system does not tell its name", null);
        if (found.IsEmpty) return Unknown(gpu, raw, "the catalog has no entry of this name", null);
        var fitting = Narrowed(gpu, Fitting(gpu, name, found), ofProcessor);
        // A name that lspci gives to one of the chip's cards while its driver tells another's memory.
        if (fitting.IsEmpty) fitting = Narrowed(gpu, Fitting(gpu, name, ById(gpu, vendor, found[0].Segment == GpuSegment.Laptop, catalog)), ofProcessor);
        if (fitting.IsEmpty)
        {
            var like = found.MinBy(g => Math.Abs(g.Vram.GiB - (gpu.VramTotal.TryGet(out var total) ? total.GiB : name.Gigabytes ?? 0)))!;
            return Unknown(gpu, raw, $"{like.Name} has {like.Vram}, this one {Size(gpu, name)}", like) with { Candidates = Ids(found) };
        }

        if (fitting.Length > 1) return Ambiguous(gpu, raw, Several(gpu, fitting), fitting);
        var entry = fitting[0];
        if (portable.ValueOr(false) && entry.Segment is not (GpuSegment.Laptop or GpuSegment.Integrated) && !IsDesktops(gpu, entry, catalog))
            return Ambiguous(gpu, raw, "the machine is a laptop, and neither name nor id tells its mobile variant from an external card", fitting);
        return new PartMatch(PartKind.Gpu, MatchOutcome.Matched, raw, Told(gpu, entry)) { PartId = entry.Id };
    }

    // A laptop entry that is told from the desktop card by the mark alone needs the mark; "Arc A770M" needs none.
    private static ImmutableArray<Gpu> Candidates(GpuReport gpu, CardName name, string vendor, Catalog catalog)
    {
        var laptop = gpu.Laptop.ValueOr(false) || name.Laptop;
        ImmutableArray<Gpu> byName = [.. catalog.Names.CardsCalled(name, laptop).Where(g => vendor.Length == 0 || g.Vendor == vendor)];
        return !byName.IsEmpty ? byName : name.Products == 0 || gpu.Name.Confidence < Confidence.Reported ? ById(gpu, vendor, laptop, catalog) : [];
    }

    private static ImmutableArray<Gpu> ById(GpuReport gpu, string vendor, bool laptop, Catalog catalog) => gpu.PciId.TryGet(out var id)
        ? [.. catalog.Gpus.Items.Where(g => (vendor.Length == 0 || g.Vendor == vendor) && (!laptop || g.Segment == GpuSegment.Laptop) && g.PciIds.Contains(id))]
        : [];

    private static ImmutableArray<Gpu> Fitting(GpuReport gpu, CardName name, ImmutableArray<Gpu> found) => [.. found.Where(g => SizeFits(gpu, name, g))];

    // Last of all: variants of one name can share an id, and one chip's names a processor, so both decide only between entries that fit otherwise.
    private static ImmutableArray<Gpu> Narrowed(GpuReport gpu, ImmutableArray<Gpu> fitting, ImmutableArray<Gpu> ofProcessor)
    {
        if (fitting.Length > 1 && gpu.PciId.TryGet(out var id)) fitting = AnyOr(fitting, [.. fitting.Where(g => g.PciIds.Contains(id))]);
        return fitting.Length > 1 ? AnyOr(fitting, [.. fitting.Where(ofProcessor.Contains)]) : fitting;
    }

    // NVIDIA gives its mobile chips ids of their own; AMD does not.
    private static bool IsDesktops(GpuReport gpu, Gpu entry, Catalog catalog) =>
        entry.Vendor == "nvidia" && gpu.PciId.TryGet(out var id) && entry.PciIds.Contains(id) && !catalog.Gpus.Items.Any(g => g.Segment == GpuSegment.Laptop && g.PciIds.Contains(id));

    private static ImmutableArray<Gpu> AnyOr(ImmutableArray<Gpu> all, ImmutableArray<Gpu> some) => some.IsEmpty ? all : some;

    private static ImmutableArray<Gpu> OfProcessor(Reading<string> processor, Catalog catalog) =>
        processor.TryGet(out var name) ? [.. catalog.Gpus.Items.Where(g => g.Processors.Any(p => CpuName.Product(p) == CpuName.Product(name)))] : [];

    // Drivers that do not say it call it by no name of its own ("AMD Radeon Graphics") and give it a little memory at most.
    private static bool IsProcessors(GpuReport gpu, CardName name, string vendor, Reading<string> processor)
    {
        if (gpu.Laptop.ValueOr(false) || name.Laptop) return false;
        if (gpu.Integrated.ValueOr(false)) return true;
        return !name.HasNumber && vendor is ("amd" or "intel") && processor.TryGet(out var cpu) && cpu.Contains(vendor, StringComparison.OrdinalIgnoreCase)
            && (!gpu.VramTotal.TryGet(out var total) || total.GiB <= 4);
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
        Unknown(gpu, raw, note, null) with { Outcome = MatchOutcome.Ambiguous, Candidates = Ids(candidates) };

    private static PartMatch Unknown(GpuReport gpu, string raw, string note, Gpu? like)
    {
        var draft = GpuDraft.Of(gpu, raw, like);
        return new PartMatch(PartKind.Gpu, MatchOutcome.Unknown, raw, note) { PartId = draft.Id, Draft = draft };
    }
}
