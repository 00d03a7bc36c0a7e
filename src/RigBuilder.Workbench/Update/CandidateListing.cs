using RigBuilder.Workbench.Labels;
using RigBuilder.Workbench.Layout;
using RigBuilder.Workbench.State;

namespace RigBuilder.Workbench.Update;

/// <summary>Tries every part of the shown slot and lists those that pass the filters, in order.</summary>
internal static class CandidateListing
{
    public static BenchScreen Refresh(ScreenState state, BenchScreen bench)
    {
        var count = CountOf(state.Build, bench);
        var scan = bench.Scan;
        var selected = bench.Selected?.Part.Id;
        if (scan is null || scan.Slot != bench.Slot || scan.Count != count
            || !ReferenceEquals(scan.Build, state.Build) || !ReferenceEquals(scan.World, state.World))
        {
            var candidates = WhatIf.Scan(state.World.Appraiser, state.Appraisal, bench.Slot, state.World.Catalog.PartsOf(bench.Slot), count);
            if (scan?.Slot != bench.Slot) selected = state.Build[bench.Slot].FirstOrDefault()?.PartId;
            scan = new SlotScan(state.Build, state.World, bench.Slot, count, candidates);
        }

        var listed = Order([.. scan.Candidates.Where(c => Passes(c, bench))], bench.Sort);
        var at = selected is null ? -1 : IndexOf(listed, selected);
        var moved = ReferenceEquals(scan, bench.Scan) && listed.SequenceEqual(bench.Listed);
        var cursor = moved ? bench.Candidates : bench.Candidates with { Selected = at >= 0 ? at : Math.Min(bench.Candidates.Selected, Math.Max(0, listed.Length - 1)) };
        var layout = BenchLayout.Of(state.Size, bench.Focus);
        return bench with
        {
            Scan = scan, Listed = moved ? bench.Listed : listed, Candidates = cursor.Shown(layout.CandidateRows, listed.Length),
            Findings = bench.Findings.Shown(layout.FindingRows, state.Findings.Length),
        };
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

    private static bool Passes(Candidate candidate, BenchScreen bench) =>
        (!bench.CompatibleOnly || candidate.IsCompatible)
        && (bench.Filter.Length == 0 || WordFilter.Passes(bench.Filter, $"{candidate.Part.Name} {candidate.Part.Id}"))
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
            _ => candidates.OrderByDescending(c => c.IsCompatible).ThenByDescending(c => c.After.Grade.Score).ThenByDescending(Speed).ThenBy(Price),
        };
        return [.. ordered];
    }

    private static double Speed(Candidate candidate) => candidate.After.Forecast.Decode?.Value.Value ?? -1;

    private static decimal Price(Candidate candidate) => candidate.Part.Price?.Amount.Amount ?? decimal.MaxValue;

    private static double Worth(Candidate candidate) =>
        Speed(candidate) <= 0 || candidate.Part.Price is null ? double.MaxValue : (double)candidate.Part.Price.Amount.Amount / Speed(candidate);
}
