namespace RigBuilder.Tui;

/// <summary>How many colours a terminal shows.</summary>
public enum ColourDepth
{
    /// <summary>None; bold, dim and inverse remain.</summary>
    None,

    /// <summary>The 16 colours of the terminal's own palette.</summary>
    Sixteen,

    /// <summary>The 256 colours of xterm.</summary>
    TwoHundredFiftySix,

    /// <summary>24 bits.</summary>
    TrueColour,
}
