namespace RigBuilder.Rules.Explaining;

/// <summary>What came of a rule.</summary>
public enum Outcome
{
    /// <summary>It fires.</summary>
    Fires,

    /// <summary>It applies, and what it requires holds.</summary>
    Holds,

    /// <summary>It does not apply.</summary>
    DoesNotApply,

    /// <summary>Something it needs is not known, so it is silent.</summary>
    Unknown,
}
