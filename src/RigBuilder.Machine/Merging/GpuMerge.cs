using System.Collections.Immutable;
using RigBuilder.Domain.Naming;
using RigBuilder.Machine.Matching;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Merging;

/// <summary>Merges lists of GPUs: the same card by bus address; where one side has none, by PCI id or name, each card once.</summary>
internal static class GpuMerge
{
    public static ImmutableArray<GpuReport> Merge(Reconciler choose, ImmutableArray<GpuReport> a, ImmutableArray<GpuReport> b, Confidence cap)
    {
        var merged = a.ToBuilder();
        var taken = new HashSet<int>();
        foreach (var gpu in b)
        {
            var at = Enumerable.Range(0, a.Length).Where(i => !taken.Contains(i)).Cast<int?>().FirstOrDefault(i => IsSame(a[i!.Value], gpu));
            if (at is { } index)
            {
                taken.Add(index);
                merged[index] = One(choose, merged[index], gpu);
            }
            else
            {
                merged.Add(One(new Reconciler(cap), new GpuReport(), gpu));
            }
        }

        return [.. merged.OrderBy(g => g.Address.ValueOr("~"), StringComparer.Ordinal)];
    }

    private static bool IsSame(GpuReport a, GpuReport b)
    {
        if (a.Address.IsKnown && b.Address.IsKnown) return a.Address.Value == b.Address.Value;
        if (a.PciId.IsKnown && b.PciId.IsKnown) return a.PciId.Value == b.PciId.Value;
        return a.Name.IsKnown && b.Name.IsKnown && CardName.Of(a.Name.Value).MayEqual(CardName.Of(b.Name.Value));
    }

    private static GpuReport One(Reconciler choose, GpuReport a, GpuReport b)
    {
        var subject = a.Address.Or(b.Address).TryGet(out var address) ? $"GPU {address}" : "GPU";
        return new GpuReport
        {
            Address = choose.Pick(a.Address, b.Address),
            Name = choose.Pick($"{subject} name", a.Name, b.Name, (x, y) => CardName.Of(x).MayEqual(CardName.Of(y))),
            Vendor = choose.Same($"{subject} maker", a.Vendor, b.Vendor),
            PciId = choose.Same($"{subject} PCI id", a.PciId, b.PciId),
            VramTotal = choose.Near($"{subject} VRAM", a.VramTotal, b.VramTotal),
            VramFree = choose.Pick(a.VramFree, b.VramFree),
            Driver = choose.Pick(a.Driver, b.Driver),
            LinkNow = choose.Pick(a.LinkNow, b.LinkNow),
            LinkBest = choose.Pick(a.LinkBest, b.LinkBest),
            CardLink = choose.Pick(a.CardLink, b.CardLink),
            PowerLimit = choose.Pick(a.PowerLimit, b.PowerLimit),
            DefaultPowerLimit = choose.Pick(a.DefaultPowerLimit, b.DefaultPowerLimit),
            ComputeCapability = choose.Same($"{subject} compute capability", a.ComputeCapability, b.ComputeCapability),
            Laptop = choose.Pick(a.Laptop, b.Laptop),
            Integrated = choose.Pick(a.Integrated, b.Integrated),
        };
    }
}
