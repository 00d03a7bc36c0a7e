namespace RigBuilder.Yaml.Reading;

/// <summary>
/// What can be wrong with the shape of a file, whatever its kind. The number is the last three digits of the code: an
/// unknown key is RB2101 in a catalog, RB3101 in a rule and RB4101 in a rig.
/// </summary>
public enum Slip
{
    /// <summary>A key that the mapping does not have.</summary>
    UnknownKey = 101,

    /// <summary>A required key is not there.</summary>
    MissingKey = 102,

    /// <summary>A quantity without unit, with an unknown unit, or no number at all.</summary>
    Unit = 103,

    /// <summary>A quantity of another dimension: a length where a size belongs.</summary>
    Dimension = 104,

    /// <summary>A list, mapping or value where another of them belongs.</summary>
    NodeKind = 105,

    /// <summary>A word that is not among the allowed ones.</summary>
    Word = 106,

    /// <summary>Not a number, or not a whole one.</summary>
    Number = 107,

    /// <summary>A number outside its range.</summary>
    Range = 108,

    /// <summary>Not a well-formed id.</summary>
    Id = 109,

    /// <summary>An empty text, or one of the wrong form.</summary>
    Text = 110,

    /// <summary>A list with too few or too many elements.</summary>
    ListLength = 111,

    /// <summary>A key twice in a mapping.</summary>
    DuplicateKey = 112,

    /// <summary>Values that contradict each other.</summary>
    Contradiction = 113,

    /// <summary>An element twice in a list.</summary>
    DuplicateElement = 114,
}

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
