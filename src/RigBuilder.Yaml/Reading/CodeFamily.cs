namespace RigBuilder.Yaml.Reading;

/// <summary>What kind of file is read: the digit after "RB" in the codes of its diagnostics.</summary>
public enum CodeFamily
{
    /// <summary>Catalogs and calibration: RB2.</summary>
    Catalog = 2,

    /// <summary>Rules: RB3.</summary>
    Rules = 3,

    /// <summary>Rigs: RB4.</summary>
    Rigs = 4,
}
