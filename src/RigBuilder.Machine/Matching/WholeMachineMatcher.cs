using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RigBuilder.Domain.Catalogs;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Reports;

namespace RigBuilder.Machine.Matching;

/// <summary>
/// Finds a machine that is bought whole (a Mac, a DGX Spark, a Strix Halo box) by the name that its firmware tells together with those of
/// its parts, by the parts themselves, and by its memory.
/// </summary>
internal static partial class WholeMachineMatcher
{
    /// <summary>The machine's match; null for a machine that is none of the catalog's, or may be several.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="parts">What became of its parts.</param>
    /// <param name="catalog">Where to look.</param>
    public static PartMatch? Match(MachineReport report, ImmutableArray<PartMatch> parts, Catalog catalog)
    {
        if (!report.Board.System.TryGet(out var system) || !report.Memory.Installed.Or(report.Memory.Usable).TryGet(out var memory)) return null;
        var told = Words($"{system} {string.Join(' ', parts.Where(p => p.Outcome == MatchOutcome.Matched).Select(p => catalog.Find(p.Kind, p.PartId!)?.Name))}");
        ImmutableArray<WholeMachine> found = [.. catalog.Machines.Items
            .Where(m => !m.IsOpen && m.Memory is { Sizes: [var size] } && memory / size.Size is >= 0.85 and <= 1.0)
            .Where(m => m.Aliases.Prepend(m.Name).Any(n => Words(n).IsSubsetOf(told)))
            .Where(m => m.Holds.All(h => Agrees(m, h.Key, h.Value, parts)))];
        // Of a 96 GB and a 128 GB version with a large share for the GPU, the smaller one is the machine that shows all of its memory.
        return found.GroupBy(m => m.Memory!.Sizes[0].Size).MinBy(g => g.Key)?.ToArray() is [var only]
            ? new PartMatch(PartKind.Machine, MatchOutcome.Matched, system, $"{only.Name} by {report.Board.System.Source}, its parts and its memory") { PartId = only.Id }
            : null;
    }

    // A part that was not recognised contradicts nothing. A card beside the machine's own needs a place where the machine takes one.
    private static bool Agrees(WholeMachine machine, PartKind kind, ImmutableArray<string> held, ImmutableArray<PartMatch> parts)
    {
        ImmutableArray<string> known = [.. parts.Where(p => p.Kind == kind && p.Outcome == MatchOutcome.Matched).Select(p => p.PartId!)];
        return known.IsEmpty || (held.All(known.Contains) && (machine.Changes.Contains(kind) || known.All(held.Contains)));
    }

    private static ImmutableHashSet<string> Words(string text) =>
        [.. Word().Matches(MemorySize().Replace(text, " ")).Select(m => m.Value.ToLowerInvariant()).Where(w => w is not ("apple" or "developer" or "kit" or "core" or "gpu" or "amd"))];

    [GeneratedRegex(@"\p{L}+|\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b\d+\s?GB\b", RegexOptions.CultureInvariant)]
    private static partial Regex MemorySize();
}
