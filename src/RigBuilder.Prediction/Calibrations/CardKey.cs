using RigBuilder.Domain.Parts;

namespace RigBuilder.Prediction.Calibrations;

/// <summary>The names under which effects of a card on a backend are kept.</summary>
internal readonly record struct CardKey(string Backend, string Architecture, string Pair, string Segment, string Card)
{
    private static readonly string[] SizeSuffixes = ["-16gb", "-12gb", "-8gb", "-6gb", "-32gb"];

    /// <summary>The key of a card on a backend.</summary>
    public static CardKey Of(Gpu gpu, string backend) => new(
        backend, gpu.Architecture, $"{backend}/{gpu.Architecture}", SegmentName(gpu.Segment), $"{backend}/{Family(gpu.Id)}");

    /// <summary>The id without memory size: cards that differ in nothing that speed depends on.</summary>
    public static string Family(string id)
    {
        // These two share a name with a faster or slower sibling, not just its chip and bandwidth.
        if (id is "rtx-3060-8gb" or "rtx-3080-12gb") return id;
        foreach (var suffix in SizeSuffixes)
            if (id.EndsWith(suffix, StringComparison.Ordinal)) return id[..^suffix.Length];
        return id;
    }

    private static string SegmentName(GpuSegment segment) => segment switch
    {
        GpuSegment.Workstation => "workstation",
        GpuSegment.Datacenter => "datacenter",
        GpuSegment.Laptop => "laptop",
        GpuSegment.Integrated => "integrated",
        _ => "desktop",
    };
}
