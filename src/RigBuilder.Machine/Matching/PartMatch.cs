using System.Collections.Immutable;
using RigBuilder.Domain.Parts;

namespace RigBuilder.Machine.Matching;

/// <summary>What became of one piece of hardware.</summary>
/// <param name="Kind">Its slot.</param>
/// <param name="Outcome">How it relates to the catalog.</param>
/// <param name="RawName">Its name as the machine gives it; a description where there is none.</param>
/// <param name="Note">Why, in one sentence for people.</param>
public sealed record PartMatch(PartKind Kind, MatchOutcome Outcome, string RawName, string Note)
{
    /// <summary>Id in the written rig, or in its machine: of the catalog entry, or of the draft; null when it is left out of the rig.</summary>
    public string? PartId { get; init; }

    /// <summary>How many catalog parts it stands for (kits of memory; otherwise 1).</summary>
    public int Count { get; init; } = 1;

    /// <summary>Ids of the entries that it may be, in catalog order, when ambiguous.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    /// <summary>Draft of an overlay entry for what the catalog does not have; null when it has it.</summary>
    public DraftEntry? Draft { get; init; }
}

/// <summary>How a piece of hardware relates to the catalog.</summary>
public enum MatchOutcome
{
    /// <summary>It is one catalog entry.</summary>
    Matched,

    /// <summary>It may be one of several entries; nothing was chosen.</summary>
    Ambiguous,

    /// <summary>The catalog has no such entry, or the hardware tells too little.</summary>
    Unknown,

    /// <summary>It is nothing that belongs into a rig (integrated graphics, a virtual drive).</summary>
    LeftOut,

    /// <summary>It came with the machine that was recognised, and is in the rig by it.</summary>
    InMachine,
}
