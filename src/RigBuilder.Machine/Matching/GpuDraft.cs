using System.Globalization;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Parts;
using RigBuilder.Domain.Units;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>Drafts the catalog entry of an unknown GPU.</summary>
internal static partial class GpuDraft
{
    /// <summary>The draft; bandwidth and architecture, which no tool tells, are those of the card that it is made from, or are left to a person.</summary>
    /// <param name="gpu">What was found.</param>
    /// <param name="raw">Its name.</param>
    /// <param name="like">The catalog's card of the same chip with another memory (a 48 GB RTX 4090); null when none is known.</param>
    public static DraftEntry Of(GpuReport gpu, string raw, Gpu? like)
    {
        raw = Product().Match(raw) is { Success: true } product ? product.Groups[1].Value : raw;
        var size = gpu.VramTotal.TryGet(out var vram) ? Math.Ceiling(vram.GiB) : (double?)null;
        var name = size is { } gib && like is not null ? $"{raw} {Plain(gib)} GB" : raw;
        return new DraftEntry(PartKind.Gpu, DraftEntry.IdOf($"my {raw}{(size is { } s ? $" {Plain(s)} gb" : "")}"),
        [
            new("name", DraftEntry.Quote(name), Comment(gpu.Name)),
            .. gpu.PciId.TryGet(out var id) ? [new DraftField("pci_ids", $"[\"{id}\"]", Comment(gpu.PciId))] : Array.Empty<DraftField>(),
            gpu.Vendor.TryGet(out var vendor) && vendor is "nvidia" or "amd" or "intel" or "apple" ? new("vendor", vendor, Comment(gpu.Vendor)) : As(like, "vendor", like?.Vendor, "nvidia, amd, intel or apple"),
            like is not null ? As(like, "segment", like.Segment.ToString().ToLowerInvariant(), "")
                : new("segment", gpu.Laptop.ValueOr(false) ? "laptop" : gpu.Integrated.ValueOr(false) ? "integrated" : "desktop",
                    gpu.Laptop.IsKnown || gpu.Integrated.IsKnown ? null : "check this: desktop, workstation, datacenter, laptop or integrated"),
            As(like, "architecture", like?.Architecture, "for example ada-lovelace, rdna-3"),
            .. gpu.ComputeCapability.TryGet(out var capability) ? [new DraftField("compute_capability", DraftEntry.Quote(capability), Comment(gpu.ComputeCapability))]
                : like?.ComputeCapability is { } known ? [As(like, "compute_capability", DraftEntry.Quote(known), "")] : Array.Empty<DraftField>(),
            .. like is { Backends.IsEmpty: false } ? [As(like, "backends", $"[{string.Join(", ", like.Backends)}]", "")] : Array.Empty<DraftField>(),
            size is { } total
                ? new("vram", $"{Plain(total)} GiB", $"{vram} by {gpu.VramTotal.Source}, rounded up")
                : new("vram", null, "for example 16 GiB"),
            As(like, "bandwidth", like is null ? null : string.Create(CultureInfo.InvariantCulture, $"{like.Bandwidth.Value / 1e9:0.###} GB/s"), "peak memory bandwidth by specification, for example 936.2 GB/s"),
            .. Rate(like, "fp16", like?.Fp16),
            .. like is { Fp16: not null, Fp16Basis: { } basis } ? [new DraftField("fp16_basis", DraftEntry.Quote(basis))] : Array.Empty<DraftField>(),
            .. Rate(like, "fp32", like?.Fp32),
            .. like is { MatrixUnits: not MatrixUnits.None } ? [As(like, "matrix_units", Kebab(like.MatrixUnits.ToString()), "")] : Array.Empty<DraftField>(),
            .. gpu.DefaultPowerLimit.Or(gpu.PowerLimit).TryGet(out var power)
                ? [new DraftField("board_power", string.Create(CultureInfo.InvariantCulture, $"{power.Value:0.#} W"), Comment(gpu.DefaultPowerLimit.Or(gpu.PowerLimit)))] : Array.Empty<DraftField>(),
            .. gpu.CardLink.Or(gpu.LinkBest).TryGet(out var link)
                ? [new DraftField("pcie", string.Create(CultureInfo.InvariantCulture, $"{{ gen: {link.Gen}, lanes: {link.Lanes} }}"), Comment(gpu.CardLink.Or(gpu.LinkBest)))] : Array.Empty<DraftField>(),
            .. like is { UnifiedMemory: true } ? [As(like, "unified_memory", "true", "")] : Array.Empty<DraftField>(),
            .. like is { Integrated: true } ? [As(like, "integrated", "true", "")] : Array.Empty<DraftField>(),
            new("source", DraftEntry.Quote("hardware scan of this machine")),
        ]);
    }

    private static DraftField As(Gpu? like, string key, string? value, string missing) => new(key, value, value is null ? missing : $"as {like!.Name}");

    private static DraftField[] Rate(Gpu? like, string key, Flops? rate) =>
        rate is { } flops ? [As(like, key, string.Create(CultureInfo.InvariantCulture, $"{flops.Value / 1e12:0.###} TFLOP/s"), "")] : [];

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Comment<T>(Reading<T> reading) => reading.IsKnown ? reading.Source : null;

    // lspci: the chip and in brackets the product, where it is the only one of the chip.
    [GeneratedRegex(@"^[^\[\]]+\[([^\[\]/]+)\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Product();
}
