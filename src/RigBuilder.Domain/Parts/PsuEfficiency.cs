namespace RigBuilder.Domain.Parts;

/// <summary>80 PLUS efficiency badge, lowest first.</summary>
public enum PsuEfficiency
{
    /// <summary>No badge.</summary>
    None,

    /// <summary>80 PLUS.</summary>
    White,

    /// <summary>80 PLUS Bronze.</summary>
    Bronze,

    /// <summary>80 PLUS Silver.</summary>
    Silver,

    /// <summary>80 PLUS Gold.</summary>
    Gold,

    /// <summary>80 PLUS Platinum.</summary>
    Platinum,

    /// <summary>80 PLUS Titanium.</summary>
    Titanium,
}
