using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>Tries every part of the shown slot and lists those that pass the filters, in order.</summary>
internal static class CandidateListing
{
    /// <summary>Parts tried at once; shipped slots are smaller, so that their lists are always complete.</summary>
    public const int Portion = 256;

    public static BenchScreen Refresh(ScreenState state, BenchScreen bench)
    {
        var selected = bench.Selected?.Part.Id;
        var count = CountOf(state.Build, bench);
        var scan = bench.Scan;
        var arrived = scan?.Slot != bench.Slot;
        if (scan is null || arrived || scan.Count != count || !ReferenceEquals(scan.Build, state.Build) || !ReferenceEquals(scan.World, state.World))
        {
            if (arrived) selected = state.Build[bench.Slot].FirstOrDefault()?.PartId;
            scan = Continued(state, new SlotScan(state.Build, state.World, bench.Slot, count, state.World.Catalog.PartsOf(bench.Slot), []));
        }

        var layout = BenchLayout.Of(state.Size, bench.Focus);
        var view = bench.View;
        if (bench.ListedFor is not { } made || !ReferenceEquals(made.Scan, scan) || made.View != view)
        {
            var named = Named(state.World.Catalog, bench);
            var listed = Order([.. scan.Candidates.Where(c => Passes(c, bench, named))], bench.Sort);
            var at = selected is null ? -1 : IndexOf(listed, selected);
            var cursor = at < 0 ? bench.Candidates : bench.Candidates with { Selected = at };
            if (arrived) cursor = cursor with { Top = cursor.Selected - (layout.CandidateRows / 2) };
            bench = bench with { Scan = scan, Listed = listed, ListedFor = (scan, view), Candidates = cursor };
        }

        return bench with
        {
            Candidates = bench.Candidates.Shown(layout.CandidateRows, bench.Listed.Length),
            Findings = bench.Findings.Shown(layout.FindingRows, state.Findings.Length),
        };
    }

    /// <summary>With another portion of the parts tried.</summary>
    public static SlotScan Continued(ScreenState state, SlotScan scan)
    {
        var portion = scan.Parts.Skip(scan.Candidates.Length).Take(Portion);
        return scan with { Candidates = scan.Candidates.AddRange(WhatIf.Scan(state.World.Appraiser, state.Appraisal, scan.Slot, portion, scan.Count)) };
    }

    /// <summary>How many of a candidate would be equipped: as many as the slot holds now.</summary>
    public static int CountOf(Build build, BenchScreen bench)
    {
        var equipped = build[bench.Slot].Sum(s => s.Count);
        return Math.Clamp(equipped > 0 ? equipped : bench.PendingCount, 1, PartLabels.Most(bench.Slot));
    }

    private static int IndexOf(ImmutableArray<Candidate> listed, string id)
    {
        for (var i = 0; i < listed.Length; i++)
            if (listed[i].Part.Id == id) return i;
        return -1;
    }

    // What the text names, as people write it: "2x 3090", "AMD Radeon RX 7900 XTX (RADV NAVI31)".
    private static ImmutableHashSet<string> Named(Catalog catalog, BenchScreen bench)
    {
        if (bench.Filter.Length == 0) return [];
        var meaning = catalog.Names.Part(bench.Slot, bench.Filter);
        return meaning.Item is { } part ? [part.Id] : [.. meaning.Choices.Select(c => c.Id)];
    }

    private static bool Passes(Candidate candidate, BenchScreen bench, ImmutableHashSet<string> named) =>
        (!bench.CompatibleOnly || candidate.IsCompatible)
        && (bench.Filter.Length == 0 || named.Contains(candidate.Part.Id) || WordFilter.Passes(bench.Filter, $"{candidate.Part.Name} {candidate.Part.Id}"))
        && (bench.Cure is not { } ill || !candidate.After.Verdict.Findings.Any(f => f.RuleId == ill.RuleId && f.Subject == ill.Subject));

    private static ImmutableArray<Candidate> Order(ImmutableArray<Candidate> candidates, CandidateSort sort)
    {
        IEnumerable<Candidate> ordered = sort switch
        {
            CandidateSort.Speed => candidates.OrderByDescending(Speed).ThenBy(Price),
            CandidateSort.Price => candidates.OrderBy(Price).ThenByDescending(Speed),
            CandidateSort.Value => candidates.OrderByDescending(c => c.IsCompatible).ThenBy(Worth),
            CandidateSort.Power => candidates.OrderBy(c => c.After.Forecast.Power.Generating.Value).ThenBy(Price),
            CandidateSort.Name => candidates.OrderBy(c => PartLabels.Short(c.Part), StringComparer.OrdinalIgnoreCase),
            _ => candidates.OrderByDescending(c => c.IsCompatible).ThenBy(c => ComesInAMachine(c.Part)).ThenByDescending(c => Rank(c.After.Grade.Letter)).ThenByDescending(Speed).ThenBy(Price),
        };
        return [.. ordered];
    }

    // Laptop chips and server modules cannot be bought as a part; they are for rigs that have them.
    private static bool ComesInAMachine(Part part) => part is Gpu { Segment: GpuSegment.Laptop } or Gpu { Segment: GpuSegment.Datacenter, Integrated: true };

    private static int Rank(char grade) => "-FEDCBAS".IndexOf(grade, StringComparison.Ordinal);

    private static double Speed(Candidate candidate) => candidate.After.Forecast.Decode?.Value.Value ?? -1;

    private static decimal Price(Candidate candidate) => candidate.Part.Price?.Amount.Amount ?? decimal.MaxValue;

    private static double Worth(Candidate candidate) =>
        Speed(candidate) <= 0 || candidate.Part.Price is null ? double.MaxValue : (double)candidate.Part.Price.Amount.Amount / Speed(candidate);
}
