namespace RigBuilder.Domain.Parts;

/// <summary>Board sizes, smallest first.</summary>
public enum FormFactor
{
    /// <summary>170 × 170 mm.</summary>
    MiniItx,

    /// <summary>244 × 244 mm.</summary>
    MicroAtx,

    /// <summary>305 × 244 mm.</summary>
    Atx,

    /// <summary>305 × up to 330 mm.</summary>
    Eatx,

    /// <summary>SSI-EEB, 305 × 330 mm with server mounting holes.</summary>
    SsiEeb,
}
