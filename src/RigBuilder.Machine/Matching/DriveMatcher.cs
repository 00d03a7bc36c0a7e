using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>Finds a solid-state drive by its model name without the capacity, and by its capacity.</summary>
internal static partial class DriveMatcher
{
    /// <summary>The drive's match; only drives that can be an SSD of a rig are looked up.</summary>
    public static PartMatch Match(DriveReport drive, Catalog catalog)
    {
        var size = drive.Size.TryGet(out var bytes) ? $", {bytes.ToDecimalString()}" : "";
        var raw = drive.Model.Or(drive.Device).ValueOr("unnamed drive") + size;
        if (drive.Kind.ValueOr(DriveKind.Nvme) is not (DriveKind.Nvme or DriveKind.SataSsd))
            return new PartMatch(PartKind.Ssd, MatchOutcome.LeftOut, raw, "not a solid-state drive of a rig");
        if (!drive.Model.TryGet(out var model)) return new PartMatch(PartKind.Ssd, MatchOutcome.Unknown, raw, "the system does not tell its model");
        var key = Key(model);
        ImmutableArray<Ssd> found = [.. catalog.Ssds.Items.Where(s => s.Aliases.Prepend(s.Name).Any(n => Key(n) == key))];
        ImmutableArray<Ssd> fitting = [.. found.Where(s => !drive.Size.IsKnown || Math.Abs(bytes.Count - s.Capacity.Count) <= 0.05 * s.Capacity.Count)];
        return fitting switch
        {
            [var only] => new PartMatch(PartKind.Ssd, MatchOutcome.Matched, raw, $"{only.Name} by {drive.Model.Source}") { PartId = only.Id },
            [] => Unknown(drive, raw, found.IsEmpty ? "the catalog has no entry of this name" : "the catalog has this model in other sizes"),
            _ => Unknown(drive, raw, "several entries have this name") with { Outcome = MatchOutcome.Ambiguous, Candidates = [.. fitting.Select(s => s.Id)] },
        };
    }

    /// <summary>The model's words without capacity and kind: "Samsung SSD 990 PRO 2TB" and "Samsung 990 PRO 2 TB" are one.</summary>
    internal static string Key(string model)
    {
        var words = Capacity().Replace(model, " ").ToLower(CultureInfo.InvariantCulture)
            .Split([' ', '\t', '-', '_', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w is not ("ssd" or "nvme" or "m.2" or "pcie" or "wds" or "2280"));
        return string.Join(' ', words);
    }

    private static PartMatch Unknown(DriveReport drive, string raw, string note)
    {
        var draft = Draft(drive);
        return new PartMatch(PartKind.Ssd, MatchOutcome.Unknown, raw, note) { PartId = draft.Id, Draft = draft };
    }

    private static DraftEntry Draft(DriveReport drive)
    {
        var model = drive.Model.ValueOr("unnamed drive");
        return new DraftEntry(PartKind.Ssd, DraftEntry.IdOf($"my {model}{(drive.Size.TryGet(out var size) ? " " + size.ToDecimalString() : "")}"),
        [
            new("name", DraftEntry.Quote(model), drive.Model.Source),
            drive.Size.TryGet(out var capacity) ? new("capacity", capacity.ToDecimalString(), drive.Size.Source) : new("capacity", null, "for example 2 TB"),
            drive.Kind.TryGet(out var kind)
                ? new("interface", kind == DriveKind.Nvme ? "nvme-m2" : "sata", drive.Kind.Source)
                : new("interface", null, "nvme-m2 or sata"),
            .. drive.LinkBest.TryGet(out var link)
                ? [new DraftField("pcie", string.Create(CultureInfo.InvariantCulture, $"{{ gen: {link.Gen}, lanes: {link.Lanes} }}"), drive.LinkBest.Source)] : Array.Empty<DraftField>(),
            new("read", null, "rated sequential read speed, for example 7000 MB/s"),
            new("source", DraftEntry.Quote("hardware scan of this machine")),
        ]);
    }

    [GeneratedRegex(@"\b\d+(\.\d+)?\s?[GT]B\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Capacity();
}
