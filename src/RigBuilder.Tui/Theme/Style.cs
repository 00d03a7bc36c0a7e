namespace RigBuilder.Tui.Theme;

/// <summary>Everything that decides how views look.</summary>
/// <param name="Palette">Colours.</param>
/// <param name="Glyphs">Characters that may be shown.</param>
internal sealed record Style(Palette Palette, GlyphSet Glyphs);
