using System.Collections.Immutable;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Merging;

/// <summary>Merges lists of drives: the same drive by device name, else by model, each once.</summary>
internal static class DriveMerge
{
    public static ImmutableArray<DriveReport> Merge(Reconciler choose, ImmutableArray<DriveReport> a, ImmutableArray<DriveReport> b)
    {
        var merged = a.ToBuilder();
        var taken = new HashSet<int>();
        foreach (var drive in b)
        {
            var at = Enumerable.Range(0, a.Length).Where(i => !taken.Contains(i)).Cast<int?>().FirstOrDefault(i => IsSame(a[i!.Value], drive));
            if (at is { } index)
            {
                taken.Add(index);
                merged[index] = One(choose, merged[index], drive);
            }
            else
            {
                merged.Add(One(choose, new DriveReport(), drive));
            }
        }

        return merged.ToImmutable();
    }

    private static bool IsSame(DriveReport a, DriveReport b)
    {
        if (a.Device.IsKnown && b.Device.IsKnown) return Name(a.Device.Value) == Name(b.Device.Value);
        return a.Model.IsKnown && b.Model.IsKnown && Shelf<Part>.Normalise(a.Model.Value) == Shelf<Part>.Normalise(b.Model.Value);
    }

    private static string Name(string device) => device[(device.LastIndexOf('/') + 1)..];

    private static DriveReport One(Reconciler choose, DriveReport a, DriveReport b)
    {
        var subject = $"drive {a.Device.Or(b.Device).Or(a.Model).Or(b.Model).ValueOr("")}".TrimEnd();
        return new DriveReport
        {
            Device = choose.Pick(a.Device, b.Device),
            Model = choose.Text($"{subject} model", a.Model, b.Model),
            Size = choose.Near($"{subject} size", a.Size, b.Size),
            Kind = choose.Same($"{subject} kind", a.Kind, b.Kind),
            LinkNow = choose.Pick(a.LinkNow, b.LinkNow),
            LinkBest = choose.Pick(a.LinkBest, b.LinkBest),
        };
    }
}
