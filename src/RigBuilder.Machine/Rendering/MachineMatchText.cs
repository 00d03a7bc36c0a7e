using System.Collections.Immutable;
using RigBuilder.Domain.Parts;
using RigBuilder.Machine.Matching;

namespace RigBuilder.Machine.Rendering;

/// <summary>The plain-text form of what became of each piece of hardware, with drafts of overlay entries for what the catalog lacks. Pure.</summary>
public static class MachineMatchText
{
    /// <summary>The lines.</summary>
    public static ImmutableArray<string> Lines(MachineMatch match)
    {
        var sheet = new ReadingSheet();
        sheet.Section("Matched to the catalog");
        foreach (var part in match.Parts)
        {
            sheet.Note($"{Mark(part.Outcome)} {Name(part.Kind)}: {part.RawName} – {part.Note}{(part.Count > 1 ? $" (× {part.Count})" : "")}");
            if (!part.Candidates.IsEmpty) sheet.Note($"    candidates: {string.Join(", ", part.Candidates)}");
        }

        foreach (var draft in match.Drafts)
        {
            sheet.Section($"Draft for your catalog folder, {draft.Section}/{draft.Id}.yaml");
            sheet.Note(draft.ToYaml().TrimEnd('\n'));
        }

        return sheet.Lines;
    }

    private static string Mark(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.Matched or MatchOutcome.InMachine => "known   ",
        MatchOutcome.Ambiguous => "several ",
        MatchOutcome.Unknown => "unknown ",
        _ => "left out",
    };

    private static string Name(PartKind kind) => kind switch
    {
        PartKind.Cpu or PartKind.Gpu or PartKind.Ssd or PartKind.Psu => kind.ToString().ToUpperInvariant(),
        PartKind.Memory => "RAM",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
