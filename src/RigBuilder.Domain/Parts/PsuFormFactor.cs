namespace RigBuilder.Domain.Parts;

/// <summary>Size of a power supply.</summary>
public enum PsuFormFactor
{
    /// <summary>ATX (PS/2).</summary>
    Atx,

    /// <summary>SFX.</summary>
    Sfx,

    /// <summary>SFX-L.</summary>
    SfxL,
}
