using System.Globalization;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>Drafts the catalog entry of an unknown GPU.</summary>
internal static class GpuDraft
{
    /// <summary>The draft; bandwidth and architecture are left to a person because no tool tells them.</summary>
    public static DraftEntry Of(GpuReport gpu, string raw)
    {
        var size = gpu.VramTotal.TryGet(out var vram) ? Math.Ceiling(vram.GiB) : (double?)null;
        return new DraftEntry(PartKind.Gpu, DraftEntry.IdOf($"my {raw}{(size is { } s ? $" {s.ToString(CultureInfo.InvariantCulture)} gb" : "")}"),
        [
            new("name", DraftEntry.Quote(raw), Comment(gpu.Name)),
            .. gpu.PciId.TryGet(out var id) ? [new DraftField("pci_ids", $"[\"{id}\"]", Comment(gpu.PciId))] : Array.Empty<DraftField>(),
            gpu.Vendor.TryGet(out var vendor) && vendor is "nvidia" or "amd" or "intel" ? new("vendor", vendor, Comment(gpu.Vendor)) : new("vendor", null, "nvidia, amd or intel"),
            new("segment", gpu.Laptop.ValueOr(false) ? "laptop" : gpu.Integrated.ValueOr(false) ? "integrated" : "desktop",
                gpu.Laptop.IsKnown || gpu.Integrated.IsKnown ? null : "check this: desktop, workstation, datacenter, laptop or integrated"),
            new("architecture", null, "for example ada-lovelace, rdna-3"),
            .. gpu.ComputeCapability.TryGet(out var capability)
                ? [new DraftField("compute_capability", DraftEntry.Quote(capability), Comment(gpu.ComputeCapability))] : Array.Empty<DraftField>(),
            size is { } gib
                ? new("vram", $"{gib.ToString(CultureInfo.InvariantCulture)} GiB", $"{vram} by {gpu.VramTotal.Source}, rounded up")
                : new("vram", null, "for example 16 GiB"),
            new("bandwidth", null, "peak memory bandwidth by specification, for example 936.2 GB/s"),
            .. gpu.DefaultPowerLimit.Or(gpu.PowerLimit).TryGet(out var power)
                ? [new DraftField("board_power", string.Create(CultureInfo.InvariantCulture, $"{power.Value:0.#} W"), Comment(gpu.DefaultPowerLimit.Or(gpu.PowerLimit)))] : Array.Empty<DraftField>(),
            .. gpu.CardLink.Or(gpu.LinkBest).TryGet(out var link)
                ? [new DraftField("pcie", string.Create(CultureInfo.InvariantCulture, $"{{ gen: {link.Gen}, lanes: {link.Lanes} }}"), Comment(gpu.CardLink.Or(gpu.LinkBest)))] : Array.Empty<DraftField>(),
            new("source", DraftEntry.Quote("hardware scan of this machine")),
        ]);
    }

    private static string? Comment<T>(Reading<T> reading) => reading.IsKnown ? reading.Source : null;
}
