namespace RigBuilder.Machine.Matching;

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
}
