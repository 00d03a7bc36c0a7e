namespace RigBuilder.Tui.Theme;

/// <summary>Everything that decides how views look.</summary>
/// <param name="Palette">Colours.</param>
/// <param name="Glyphs">Characters that may be shown.</param>
internal sealed record Style(Palette Palette, GlyphSet Glyphs);

/// <summary>What a cell lies on; the palette gives it a background.</summary>
internal enum Surface
{
    /// <summary>The screen.</summary>
    Base,

    /// <summary>The tab bar and the hint line.</summary>
    Bar,

    /// <summary>A panel above the others.</summary>
    Raised,

    /// <summary>The selected row of the panel that has the keys.</summary>
    Selected,

    /// <summary>The selected row of another panel.</summary>
    SelectedDim,
}
