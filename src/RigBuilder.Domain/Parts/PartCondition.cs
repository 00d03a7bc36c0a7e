namespace RigBuilder.Domain.Parts;

/// <summary>Whether a price is for a new or a used part.</summary>
public enum PartCondition
{
    /// <summary>Sold new.</summary>
    New,

    /// <summary>Sold used; the part is usually no longer made.</summary>
    Used,
}
