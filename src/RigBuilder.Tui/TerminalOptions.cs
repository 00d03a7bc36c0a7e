namespace RigBuilder.Tui;

/// <summary>What a user may ask of the terminal; the defaults let it find out by itself.</summary>
public sealed record TerminalOptions
{
    /// <summary>Background to be readable on.</summary>
    public Backdrop Backdrop { get; init; }

    /// <summary>Colours; null to find out.</summary>
    public ColourDepth? Depth { get; init; }

    /// <summary>Glyphs; null to find out.</summary>
    public GlyphSet? Glyphs { get; init; }

    /// <summary>Whether the mouse is used (which takes text selection away from the terminal unless Shift is held).</summary>
    public bool Mouse { get; init; } = true;
}
